import { watermarkOf } from '#modules/accounts/index.ts'
import { ensureAtOnce, leave, noteTaken } from '#modules/people/index.ts'
import { needKinds, needStates } from '#modules/volunteering/codes/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { renderPaper } from '#platform/paper/index.ts'
import { present } from '#platform/present.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import type { Lang } from '#platform/words.ts'
import { contract, type Entry } from '../contract.ts'
import { entriesOf } from '../fold/index.ts'
import { figureKeys } from '../rules.ts'
import { idsOf, readNeedLedger } from '../service.ts'
import { columnWords, figureWords, house } from '../words.ts'

type Doors = typeof contract
type Column = keyof typeof columnWords
const columns = Object.keys(columnWords) as Column[] // the keys of a closed record

const WIDTHS: Record<Column, number> = {
  number: 50,
  raisedOn: 54,
  name: 40,
  community: 48,
  kind: 42,
  words: 0,
  helper: 48,
  status: 42,
  endedOn: 54,
}
const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The book on paper: the same entries, the same masking as on the screen. A book is a list like any other: above 50 people it does not leave at once. */
export async function printNeedLedger(
  ctx: Ctx,
  { format, lang, ...cut }: Input<Doors['printNeedLedger']>,
): Promise<Output<Doors['printNeedLedger']>> {
  const ledger = await readNeedLedger(ctx, cut)
  const { month } = ledger
  const found = await entriesOf(ctx, month, await idsOf(ctx, { ...cut, month }))
  const all = { items: found, total: found.length }
  const { items } = present(contract.readNeedLedgerEntries.output, all, ctx.actor)
  const people = [...new Set(found.flatMap(({ personId }) => personId ?? []))]
  await ensureAtOnce(ctx, people.length)
  await leave(ctx, {
    paper: 'ledger',
    question: { book: 'needs', ...cut },
    people: people.length,
    purpose: '打印台账',
    kind: 'archive',
  })
  noteTaken(ctx, { action: 'reports.print', detail: { book: 'needs', month, format } }, people)
  const book = { title: `${ledger.title[lang]} ${month}`, lead: leadOf(ledger, lang), rows: items.map(rowOf(lang)) }
  const mark = await watermarkOf(ctx)
  const bytes = await (format === 'pdf' ? paperOf(book, { lang, mark }) : sheetOf(book, { lang, mark }))
  return { name: fileName(ctx, book.title, format), mediaType: MEDIA_TYPES[format], bytes }
}

type Book = { title: string; lead: string[]; rows: string[][] }

function leadOf(ledger: Awaited<ReturnType<typeof readNeedLedger>>, lang: Lang): string[] {
  const sums = figureKeys.map((key) => `${figureWords[key][lang]} ${ledger.figures[key] ?? 0}`).join('　')
  const closed = ledger.closing
  const by = closed
    ? {
        zh: `结账：${closed.closedBy ?? ''} ${officeDay(new Date(closed.closedAt))}`,
        en: `Closed by ${closed.closedBy ?? ''}`,
      }
    : { zh: '未结账', en: 'Not closed yet' }
  return [[ledger.organisation, by[lang]].filter(Boolean).join('　'), sums]
}

const rowOf =
  (lang: Lang) =>
  (entry: Entry): string[] => {
    const cells: Record<Column, string | null> = {
      ...entry,
      name: entry.name ?? house[lang],
      kind: needKinds[entry.kind][lang],
      status: needStates[entry.status][lang],
    }
    return columns.map((key) => cells[key] ?? '')
  }

type Setting = { lang: Lang; mark: string }

function paperOf({ title, lead, rows }: Book, { lang, mark }: Setting): Promise<Uint8Array> {
  const head = columns.map((key) => columnWords[key][lang])
  const widths = columns.map((key) => WIDTHS[key])
  return renderPaper({ title, lead, parts: [{ title: '', head, rows, widths }], foot: mark })
}

const POINTS_A_CHARACTER = 4.6

function sheetOf({ title, lead, rows }: Book, { lang, mark }: Setting): Promise<Uint8Array> {
  const header = columns.map((key) => columnWords[key][lang])
  const widths = columns.map((key) => Math.round((WIDTHS[key] || 160) / POINTS_A_CHARACTER))
  const name = lang === 'zh' ? '社区需求台账' : 'Needs'
  return writeWorkbook([
    { name, title, note: lead.join('　'), header, rows, widths, paper: 'A4', banner: mark, footer: mark },
  ])
}
