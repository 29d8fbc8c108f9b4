import type { Command } from './command.ts'
import { addressFrom } from './serve/address.ts'
import { buildPages } from './serve/build-pages.ts'
import { doorFrom } from './serve/door.ts'
import { withInstallation } from './serve/installation.ts'
import { runUntilSignalled, serve } from './serve/serve.ts'

export const demoCommand: Command = {
  name: 'demo',
  summary: { zh: '演示县：临邑县，3397 位虚构干部', en: 'The demonstration county: Linyi, 3,397 invented cadres' },
  usage: `sangyu demo [--port 8080] [--host 127.0.0.1] [--load-only]

  数据放在 SANGYU_HOME（默认 ./var/demo），首次运行时建立，以后直接启动。
  Data live in SANGYU_HOME (default ./var/demo), are made on the first run and kept.`,
  options: { port: { type: 'string' }, host: { type: 'string' }, 'load-only': { type: 'boolean' } },
  run: async ({ parts, values, flags, env, log }) => {
    const at = addressFrom(values, env, '127.0.0.1')
    if (!at) {
      log(demoCommand.usage)
      return 2
    }
    const door = doorFrom(env, 'faults')
    buildPages(log)
    const own = { ...env, SANGYU_HOME: env.SANGYU_HOME ?? 'var/demo' }
    await withInstallation(parts, { env: own, log }, async (place) => {
      // Loaded only here: a real installation has no use for invented names.
      const { buildDemonstration } = await import('./demo/index.ts')
      const { accounts } = await buildDemonstration(place.house, log)
      const lines = accounts.map((one) => `  ${one.words.padEnd(12)} 账号 ${one.login.padEnd(12)} 密码 ${one.password}`)
      if (flags.has('load-only')) return log(lines.join('\n'))
      const serving = await serve(parts, place, { ...at, door })
      log(`\n演示县已就绪 The demonstration county is ready: ${serving.url}\n`)
      log(lines.join('\n'))
      log('\n按 Ctrl+C 停止 Press Ctrl+C to stop')
      await runUntilSignalled(serving, log)
    })
    return 0
  },
}
