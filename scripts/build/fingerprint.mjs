import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Pages are made from these; of the server only what pages may import changes them, and reading all of it is quick enough. */
const INPUTS = ['src/web', 'src/modules', 'src/platform', 'scripts/build', 'package-lock.json', 'package.json']
const isInput = (path) => /\.(ts|tsx|css|html|svg|json|mjs)$/.test(path) && !/\.test\.\w+$/.test(path)

function filesOf(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const input of INPUTS) {
    const files = filesOf(join(root, input)).filter(isInput).sort()
    for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}
