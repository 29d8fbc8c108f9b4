import { sql } from 'kysely'
import { watermarkOf } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { renderPaper } from '#platform/paper/index.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { tasks } from '../../shifts/tasks/index.ts'
import type { contract } from '../contract.ts'
import { findCertificates } from '../rows/index.ts'
import { hoursWords, siteToPrint } from '../rules.ts'
import { noSite, overtaken, revokedBefore } from '../words.ts'

type Doors = typeof contract

/** The paper as 志愿服务记录与证明出具办法（试行） asks for it: who, what was served, who issues it, who answers questions, and how to verify it. */
export async function printCertificate(
  ctx: Ctx,
  { id }: Input<Doors['printCertificate']>,
): Promise<Output<Doors['printCertificate']>> {
  const [row] = await findCertificates(ctx, { id }, { offset: 0, limit: 1 })
  ensure(row, notFound)
  const { line, paper } = row
  ensure(line.standing !== 'revoked', revokedBefore)
  ensure(line.standing !== 'overtaken', overtaken)
  const site = await siteOf(ctx)
  const page = `${site}/verify?number=${line.number}&code=${paper.code}`
  const bytes = await renderPaper({
    title: '志愿服务证明',
    lead: [
      `编号：${line.number}`,
      `兹证明 ${line.name} 于 ${dayWords(line.fromOn)} 至 ${dayWords(line.toOn)} 参加志愿服务 ${line.services} 次，服务时长合计 ${hoursWords(line.minutes)}。以上服务均有签到签退记录，并经服务对象或组织方确认。`,
    ],
    parts: [
      {
        title: '服务情况',
        head: ['日期', '服务项目', '类别', '地点', '时长'],
        widths: [70, 0, 70, 90, 80],
        rows: paper.lines.map(({ servedOn, title, task, place, minutes }) => [
          servedOn,
          title,
          taskWord(task),
          place,
          hoursWords(minutes),
        ]),
      },
      {
        title: '出具单位',
        rows: [
          ['出具单位（盖章）', paper.issuer],
          ['单位负责人', paper.head],
          ['经办人', paper.handler],
          ['联系电话', paper.phone],
          ['出具日期', dayWords(line.issuedOn)],
          ['公示期', `${dayWords(line.issuedOn)} 至 ${dayWords(line.untilOn)}`],
          ['核验', `扫描二维码，或打开 ${site}/verify 输入编号和核验码 ${paper.code}`],
        ],
      },
    ],
    qr: page,
    foot: await watermarkOf(ctx),
  })
  return { name: fileName(ctx, `志愿服务证明 ${line.number}`, 'pdf'), mediaType: 'application/pdf', bytes }
}

/** Where strangers verify the paper: the county's word, else the address under which it was asked for; never what a page sends along. */
export async function siteOf(ctx: Ctx): Promise<string> {
  const row = await ctx.db
    .selectFrom('county')
    .select(sql<string | null>`settings ->> 'siteAddress'`.as('site'))
    .where('county', '=', ctx.actor.county)
    .executeTakeFirst()
  const site = siteToPrint(row?.site ?? null, ctx.call.site)
  ensure(site, noSite)
  return site
}

function taskWord(task: string): string {
  return new Map(Object.entries(tasks)).get(task)?.zh ?? task
}

function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
