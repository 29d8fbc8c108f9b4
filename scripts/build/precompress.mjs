import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const LEAST_BYTES = 1024
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Lays a .br and a .gz beside every text file, so that the server compresses nothing while people wait. */
export async function precompress(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(js|css|html|svg)$/.test(name))
  for (const name of names) {
    const path = join(folder, name)
    const bytes = readFileSync(path)
    if (bytes.length < LEAST_BYTES) continue
    const options = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
    const [small, plain] = await Promise.all([brotli(bytes, options), zip(bytes, { level: 9 })])
    writeFileSync(`${path}.br`, small)
    writeFileSync(`${path}.gz`, plain)
  }
}
