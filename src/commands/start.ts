import type { Command } from './command.ts'
import { buildPages } from './serve/build-pages.ts'
import { openInstallation } from './serve/installation.ts'
import { runUntilSignalled, serve } from './serve/serve.ts'

export const start: Command = {
  name: 'start',
  summary: {
    zh: '启动正式安装（首次启动会给出设置码）',
    en: 'Run a real installation (the first start prints a set-up code)',
  },
  usage: `sangyu start [--port 8080] [--host 0.0.0.0]

  SANGYU_HOME   数据目录，默认 ./var / where data, keys and the embedded database live
  DATABASE_URL  使用外部 PostgreSQL（15 及以上）/ use an external PostgreSQL (15 or later)
  PORT, HOST    同 --port、--host / same as the flags`,
  options: { port: { type: 'string' }, host: { type: 'string' } },
  run: async ({ parts, values, env, log }) => {
    buildPages()
    const place = await openInstallation(parts, env, log)
    if (place.migrated.length)
      log(
        `数据库已更新：${place.migrated.length} 个迁移。 Database brought up to date: ${place.migrated.length} migrations.`,
      )
    const serving = await serve(parts, place, {
      host: values.host ?? env.HOST ?? '0.0.0.0',
      port: Number(values.port ?? env.PORT ?? 8080),
    })
    log(`桑榆已启动 Sangyu is running: ${serving.url}`)
    for (const say of parts.onStart) await say(place.house, log)
    await runUntilSignalled(serving, place, log)
    return 0
  },
}
