import { writeFile } from 'node:fs/promises'
import { collectExport, exportRoster } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Command } from './command.ts'
import { countyOf } from './serve/county.ts'
import { withInstallation } from './serve/installation.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: {
    zh: '导出全县花名册（遮盖），或取出经审批的导出（xlsx）',
    en: 'Export the county roster masked, or take an approved export (xlsx)',
  },
  usage: `sangyu export --reason 用途 [--county 371424] FILE.xlsx
sangyu export --request 编号 [--county 371424] FILE.xlsx

  --reason   全县花名册，号码、健康、困难、收入等一律遮盖；须写明用途，印在表上
             the county roster, every classed value masked; the purpose is printed on it
  --request  完整内容须两人：先在“导出与审批”页申请并由另一人同意，再凭申请编号在此取出（一次，24 小时内）
             whole values take two people: ask on the page Exports, let somebody else agree, and take that file here by its id
  请先停止服务。Stop the server first.`,
  options: { county: { type: 'string' }, reason: { type: 'string' }, request: { type: 'string' } },
  run: async ({ parts, values, args, env, log }) => {
    const [file] = args
    const reason = values.reason?.trim() ?? ''
    const request = values.request?.trim() ?? ''
    if (!file || Boolean(reason) === Boolean(request)) {
      log(exportCommand.usage)
      return 2
    }
    return withInstallation(parts, { env, log: () => {} }, async ({ house }) => {
      const county = await countyOf(house, values.county)
      if (request) {
        await writeFile(file, (await collectExport(house, county, request)).bytes, { mode: 0o600 })
        log(`已取出经审批的导出到 ${file}。 The approved export is in ${file}.`)
        return 0
      }
      const roster = (ctx: Ctx) => exportRoster(ctx, reason)
      const { bytes, count } = await house.act({ system: county }, { readOnly: false }, roster)
      await writeFile(file, bytes, { mode: 0o600 })
      log(`已导出 ${count} 人到 ${file}（已遮盖）。 Exported ${count} people, masked.`)
      return 0
    })
  },
}
