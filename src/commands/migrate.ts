import type { Command } from './command.ts'
import { withInstallation } from './serve/installation.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: { zh: '更新数据库结构', en: 'Bring the database up to date' },
  usage: 'sangyu migrate',
  options: {},
  run: async ({ parts, env, log }) => {
    const migrated = await withInstallation(parts, { env, log }, async (place) => place.migrated)
    log(migrated.length ? `已执行 Ran: ${migrated.join(', ')}` : '数据库已是最新。 The database is up to date.')
    return 0
  },
}
