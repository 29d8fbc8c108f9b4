import { watermarkOf } from '#modules/accounts/index.ts'
import { ensureAtOnce, leave, noteTaken } from '#modules/people/index.ts'
import { officeDay, officeTime } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import type { Service } from '#platform/http/bind.ts'
import { present } from '#platform/present.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import type { Lang } from '#platform/words.ts'
import { linesOf } from '../../rows/index.ts'
import { contract as signUps } from '../contract.ts'
import { service as desk } from '../service.ts'
import type { contract } from './contract.ts'
import { columnWords, listWord, statusWords, strengthWords } from './words.ts'

type Doors = typeof contract
type Line = Output<typeof signUps.listSignUps>['items'][number]
type Column = keyof typeof columnWords

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const columns = Object.keys(columnWords) as Column[] // the keys of a closed record
const WIDTHS: Record<Column, number> = {
  name: 12,
  community: 14,
  age: 8,
  status: 14,
  strength: 14,
  companion: 16,
  asked: 14,
  by: 12,
}

/** The list as on the screen, by the same scope and masking. A list is a list like any other: above 50 people it does not leave at once. */
async function takeSignUps(ctx: Ctx, { id, lang }: Input<Doors['takeSignUps']>): Promise<Output<Doors['takeSignUps']>> {
  const found = await desk.listSignUps(ctx, { id })
  const { items } = present(signUps.listSignUps.output, found, ctx.actor)
  const people = items.map(({ personId }) => personId)
  await ensureAtOnce(ctx, people.length)
  const question = { book: 'sign_ups', gathering: id }
  await leave(ctx, { paper: 'ledger', question, people: people.length, purpose: '下载报名名单', kind: 'archive' })
  noteTaken(ctx, { action: 'reports.print', subject: id, detail: { book: 'sign_ups', format: 'xlsx' } }, people)
  const gathering = await linesOf(ctx).where('g.id', '=', id).executeTakeFirstOrThrow()
  const startsAt = new Date(gathering.starts_at)
  const title = `${gathering.title} ${listWord[lang]} ${officeDay(startsAt)}`
  const mark = await watermarkOf(ctx)
  const sheet = {
    name: listWord[lang],
    title,
    note: noteOf(lang, { when: `${officeDay(startsAt)} ${officeTime(startsAt)}`, count: items.length }),
    header: columns.map((key) => columnWords[key][lang]),
    rows: items.map(rowOf(lang)),
    widths: columns.map((key) => WIDTHS[key]),
    banner: mark,
    footer: mark,
  }
  const bytes = await writeWorkbook([{ ...sheet, paper: 'A4' }])
  return { name: fileName(ctx, title, 'xlsx'), mediaType: MEDIA_TYPE, bytes }
}

const noteOf = (lang: Lang, { when, count }: { when: string; count: number }) =>
  lang === 'zh'
    ? `时间：${when}　共${count}人，含候补和受邀`
    : `${when}   ${count} people, waiting and invited among them`

const rowOf =
  (lang: Lang) =>
  (line: Line): string[] => {
    const cells: Record<Column, string | null> = {
      name: line.name,
      community: line.community,
      age: line.age === null ? null : String(line.age),
      status: statusWords[line.status][lang],
      strength: line.status === 'invited' ? null : strengthWords[line.strength][lang],
      companion: line.companion,
      asked: officeDay(new Date(line.askedAt)),
      by: line.by,
    }
    return columns.map((key) => cells[key] ?? '')
  }

export const service: Service<Doors> = { takeSignUps }
