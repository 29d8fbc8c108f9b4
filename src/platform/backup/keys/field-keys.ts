import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a keys folder other than the backup key, by name: a backup keeps none of them, the recovery sheet keeps all. */
export type FieldKeys = Record<string, string>

const KEY_BYTES = 32

export function readFieldKeys(home: string): FieldKeys {
  const folder = join(home, 'keys')
  const names = existsSync(folder) ? readdirSync(folder).filter(isKeyFile).sort() : []
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

const isKeyFile = (name: string) => name.endsWith('.json') && name !== 'backup.json'

export function writeFieldKeys(home: string, keys: FieldKeys): void {
  mkdirSync(join(home, 'keys'), { recursive: true, mode: 0o700 })
  for (const [name, text] of Object.entries(keys))
    writeFileSync(join(home, 'keys', name), text, { mode: 0o600, flag: 'wx', flush: true })
}

/** Which secrets there are, without telling any: a home can open a backup when it holds every secret that the backup's home held. */
export function marksOf(keys: FieldKeys): string[] {
  const marks = Object.values(keys).flatMap((text) => secretsIn(parse(text)))
  return [
    ...new Set(
      marks.map((secret) => createHash('sha256').update('field key').update(secret).digest('hex').slice(0, 8)),
    ),
  ].sort()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function secretsIn(value: unknown): Buffer[] {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'base64')
    return bytes.length >= KEY_BYTES && bytes.toString('base64') === value ? [bytes] : []
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : []
}
