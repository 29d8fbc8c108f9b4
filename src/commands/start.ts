import type { Command } from './command.ts'
import { addressFrom } from './serve/address.ts'
import { buildPages } from './serve/build-pages.ts'
import { doorFrom } from './serve/door.ts'
import { withInstallation } from './serve/installation.ts'
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
  PORT, HOST    同 --port、--host / same as the flags
  SANGYU_TRUSTED_PROXIES  可信的反向代理，如 127.0.0.1 / reverse proxies whose word counts
  SANGYU_RATE_FACTOR      请求频率上限的倍数，默认 1 / widens the limits on requests
  SANGYU_METRICS_TOKEN    从别的机器读取 /api/metrics 的口令 / token to read the figures from another machine
  SANGYU_LOG              requests（默认，每个请求一行）或 faults / one line a request, or faults only`,
  options: { port: { type: 'string' }, host: { type: 'string' } },
  run: async ({ parts, values, env, log }) => {
    const at = addressFrom(values, env, '0.0.0.0')
    if (!at) {
      log(start.usage)
      return 2
    }
    const door = doorFrom(env, 'requests')
    buildPages(log)
    await withInstallation(parts, { env, log }, async (place) => {
      const count = place.migrated.length
      if (count) log(`数据库已更新：${count} 个迁移。 Database brought up to date: ${count} migrations.`)
      const serving = await serve(parts, place, { ...at, door })
      log(`桑榆已启动 Sangyu is running: ${serving.url}`)
      for (const say of parts.onStart) await say(place.house, log)
      await runUntilSignalled(serving, log)
    })
    return 0
  },
}
