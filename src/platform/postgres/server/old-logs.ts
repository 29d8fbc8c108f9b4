import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const KEPT_DAYS = 400

/** At each start: what the server wrote more than 400 days ago goes. */
export function dropOldLogs(data: string, now = Date.now()): void {
  const folder = join(data, 'log')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (/^postgres-.*\.log$/.test(name) && now - written > KEPT_DAYS * 86_400_000) rmSync(path, { force: true })
  }
}
