import { writeFile } from 'node:fs/promises'
import { exportWholeRoster } from '#modules/people/index.ts'
import type { Command } from './command.ts'
import { countyOf } from './serve/county.ts'
import { withInstallation } from './serve/installation.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: { zh: '导出全县花名册（xlsx），可再导入', en: 'Export the county roster (xlsx); it can be imported again' },
  usage: `sangyu export --reason 用途 [--county 371424] FILE.xlsx

  含完整身份证号，须写明用途；导出记入审计。请先停止服务。
  Holds whole identity numbers: a purpose is needed and audited. Stop the server first.`,
  options: { county: { type: 'string' }, reason: { type: 'string' } },
  run: async ({ parts, values, args, env, log }) => {
    const [file] = args
    const reason = values.reason?.trim() ?? ''
    if (!file || !reason) {
      log(exportCommand.usage)
      return 2
    }
    return withInstallation(parts, { env, log: () => {} }, async ({ house }) => {
      const county = await countyOf(house, values.county)
      const { bytes, count } = await house.act({ system: county }, { readOnly: false }, (ctx) =>
        exportWholeRoster(ctx, reason),
      )
      await writeFile(file, bytes, { mode: 0o600 })
      log(`已导出 ${count} 人到 ${file}。 Exported ${count} people.`)
      return 0
    })
  },
}
