import { planUpgrade, sizeInWords, upgrade } from '#platform/backup/index.ts'
import type { Command } from '../command.ts'
import { withTarget } from '../serve/attached.ts'
import { version } from '../serve/version.ts'

export const upgradeCommand: Command = {
  name: 'upgrade',
  summary: {
    zh: '把数据升级到本版本（先检查，自动备份，失败则原样）',
    en: 'Bring the data to this version: checked first, backed up, all or nothing',
  },
  usage: `sangyu upgrade [--check]

  请先停止服务。 Stop the server first.
  --check   只检查能否升级，不改动任何东西 / only say whether it can be done; changes nothing`,
  options: { check: { type: 'boolean' } },
  run: async ({ env, flags, log }) =>
    withTarget({ env, log }, async (place) => {
      const source = { ...place, product: version }
      const { pending, databaseBytes } = await planUpgrade(source)
      const size = sizeInWords(databaseBytes)
      log(`检查通过：待执行 ${pending.length} 个迁移，数据库 ${size}。`)
      log(`It can be done: ${pending.length} migrations to run, database ${size}.`)
      if (flags.has('check')) return 0
      const ran = await upgrade(source, ({ zh, en }) => log(`${zh} / ${en}`))
      log(
        ran.length
          ? `已升级到 ${version}。 Upgraded to ${version}.`
          : '数据已是本版本。 The data are at this version already.',
      )
      return 0
    }),
}
