import type { Command } from './command.ts'
import { openInstallation } from './serve/installation.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: { zh: '更新数据库结构', en: 'Bring the database up to date' },
  usage: 'sangyu migrate',
  options: {},
  run: async ({ parts, env, log }) => {
    const place = await openInstallation(parts, env, log)
    await place.close()
    log(
      place.migrated.length
        ? `已执行 Ran: ${place.migrated.join(', ')}`
        : '数据库已是最新。 The database is up to date.',
    )
    return 0
  },
}
