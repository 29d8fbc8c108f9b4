import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { present } from '#platform/present.ts'
import { ensure } from '#platform/refuse.ts'
import { type Cut, contract, type Entry } from './contract.ts'
import { type Book, columnsOn, renderPdf, texts, writeSheet } from './print/index.ts'
import { coverOf, groupsOf, linesOf } from './roll/index.ts'
import { addUp, groupWhere, opens, questionOf } from './rules.ts'
import { tooLong } from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** The book by groups. Every total comes with the question that finds exactly its people. */
export async function readPersonLedger(ctx: Ctx, cut: In<'readPersonLedger'>): Out<'readPersonLedger'> {
  const cover = await coverOf(ctx, cut)
  const groups = await groupsOf(ctx, cut)
  return {
    ...cover,
    asOf: officeDay(ctx.now),
    isWhole: ctx.actor.scope.all,
    question: questionOf(cut),
    opens,
    groups: groups.map((group) => ({ ...group, where: groupWhere(cut.groupBy, group.key) })),
    totals: addUp(groups.map((group) => group.totals)),
  }
}

export async function readPersonLedgerGroup(
  ctx: Ctx,
  { key, offset, limit, ...cut }: In<'readPersonLedgerGroup'>,
): Out<'readPersonLedgerGroup'> {
  await coverOf(ctx, cut)
  const group = (await groupsOf(ctx, cut)).find((one) => one.key === key)
  if (!group) return { items: [], total: 0 }
  const lines = await linesOf(ctx, cut, { key, offset, limit })
  return { items: lines.map((line) => line.entry), total: group.totals.people }
}

/** Books beyond these are cut into streets or units: nobody leafs through three hundred pages of A4. */
const MOST = { pdf: 10_000, xlsx: 20_000 }
const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The book on paper: the same people, the same masking as on the screen. What was printed, not who is in it, is audited. */
export async function printPersonLedger(
  ctx: Ctx,
  { format, paper, lang, ...cut }: In<'printPersonLedger'>,
): Out<'printPersonLedger'> {
  const ledger = await readPersonLedger(ctx, cut)
  const { people } = ledger.totals
  ensure(people <= MOST[format], () => tooLong({ people, most: MOST[format] }))
  const columns = columnsOn(paper, lang)
  const lines = await linesByGroup(ctx, cut, people)
  const printed = (entry: Entry) => ({ kind: entry.kind, cells: columns.map(({ key }) => texts[key](entry, lang)) })
  const book: Book = {
    title: ledger.title[lang],
    organisation: ledger.organisation ?? '',
    madeBy: ctx.actor.name,
    asOf: ledger.asOf,
    isWhole: ledger.isWhole,
    paper,
    lang,
    columns,
    groups: ledger.groups.map(({ key, name, totals }) => ({
      name,
      totals,
      lines: (lines.get(key) ?? []).map(printed),
    })),
    totals: ledger.totals,
  }
  const { place, unit, groupBy, kind } = cut
  ctx.note({ action: 'reports.print', detail: { book: 'people', format, paper, people, place, unit, groupBy, kind } })
  const bytes = await (format === 'pdf' ? renderPdf(book) : writeSheet(book))
  return { name: fileName(ctx, ledger.title[lang], format), mediaType: MEDIA_TYPES[format], bytes }
}

/** Everybody of the book by group, cut to what the reader may see by the same contract as on the screen. */
async function linesByGroup(ctx: Ctx, cut: Cut, people: number): Promise<Map<string, Entry[]>> {
  const lines = await linesOf(ctx, cut, { offset: 0, limit: people })
  const all = { items: lines.map((line) => line.entry), total: people }
  const { items } = present(contract.readPersonLedgerGroup.output, all, ctx.actor)
  return Map.groupBy(items, (_entry, at) => lines[at]?.key ?? '')
}
