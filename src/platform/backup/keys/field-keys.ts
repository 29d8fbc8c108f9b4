import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a keys folder other than the backup key, by name: a backup keeps none of them, the recovery sheet keeps all. */
export type FieldKeys = Record<string, string>

export function readFieldKeys(home: string): FieldKeys {
  const folder = join(home, 'keys')
  const names = existsSync(folder) ? readdirSync(folder).filter(isKeyFile).sort() : []
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

const isKeyFile = (name: string) => /^[\w-]+\.(json|key)$/.test(name) && name !== 'backup.json'

/** Puts keys into a home. What was there is laid aside, never deleted: former backups may need it. */
export function placeFieldKeys(home: string, keys: FieldKeys): void {
  const folder = join(home, 'keys')
  const present = Object.keys(readFieldKeys(home))
  const aside = join(folder, `before-${Date.now()}`)
  mkdirSync(present.length ? aside : folder, { recursive: true, mode: 0o700 })
  for (const name of present) renameSync(join(folder, name), join(aside, name))
  for (const [name, text] of Object.entries(keys))
    writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx', flush: true })
}

/** Which keys there are, without telling any: a home can open a backup when it still holds every key that the backup's home held. */
export function marksOf(keys: FieldKeys): string[] {
  return [...new Set(Object.values(keys).flatMap((text) => fingerprintsIn(parse(text))))].sort()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The master is not written as JSON; what it wraps has the fingerprints.
    return undefined
  }
}

function fingerprintsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('state' in value && value.state === 'destroyed') return []
  const own = 'fingerprint' in value && typeof value.fingerprint === 'string' ? [value.fingerprint] : []
  return [...own, ...Object.values(value).flatMap(fingerprintsIn)]
}
