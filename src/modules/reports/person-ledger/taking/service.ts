import { watermarkOf } from '#modules/accounts/index.ts'
import { ensureAtOnce, fillExport, leave, noteTaken, requestPaper } from '#modules/people/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import type { Job } from '#platform/house/jobs.ts'
import type { Listener } from '#platform/house/outbox.ts'
import { present } from '#platform/present.ts'
import { ensure } from '#platform/refuse.ts'
import { type Cut, contract, type Entry, type Printing } from '../contract.ts'
import { type Book, columnsOn, renderPdf, texts, writeSheet } from '../print/index.ts'
import { linesOf } from '../roll/index.ts'
import { readPersonLedger } from '../service.ts'
import { tooLong } from '../words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>
type Ledger = Awaited<ReturnType<typeof readPersonLedger>>

/** Books beyond these are cut into streets or units: nobody leafs through three hundred pages of A4. */
const MOST = { pdf: 10_000, xlsx: 20_000 }
const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The book's cover and totals as this reader sees them on the screen. */
async function ledgerOf(ctx: Ctx, cut: Cut): Promise<Ledger> {
  return present(contract.readPersonLedger.output, await readPersonLedger(ctx, cut), ctx.actor)
}

/** The book on paper: the same people, the same masking as on the screen. A book is a list like any other: above 50 people two decide. */
export async function printPersonLedger(ctx: Ctx, printing: In<'printPersonLedger'>): Out<'printPersonLedger'> {
  const ledger = await shortEnough(ctx, printing)
  const { people } = ledger.totals
  await ensureAtOnce(ctx, people)
  await leave(ctx, { paper: 'ledger', question: printing, people, purpose: '打印台账', kind: 'archive' })
  const { ids, ...file } = await print(ctx, printing, ledger)
  noteTaken(ctx, { action: 'reports.print', detail: detailOf(printing) }, ids)
  return file
}

export async function requestPersonLedger(
  ctx: Ctx,
  { purpose, ...printing }: In<'requestPersonLedger'>,
): Out<'requestPersonLedger'> {
  const { people } = (await shortEnough(ctx, printing)).totals
  const asked = { paper: 'ledger', question: printing, people, purpose, kind: 'archive', isWhole: false } as const // a literal, not any text
  return { id: await requestPaper(ctx, asked) }
}

async function shortEnough(ctx: Ctx, { format, paper: _paper, lang: _lang, ...cut }: Printing): Promise<Ledger> {
  const ledger = await ledgerOf(ctx, cut)
  const { people } = ledger.totals
  ensure(people <= MOST[format], () => tooLong({ people, most: MOST[format] }))
  return ledger
}

function detailOf({ lang: _lang, ...printing }: Printing) {
  return { book: 'people', ...printing }
}

type Paper = Awaited<Out<'printPersonLedger'>> & { ids: string[] }

async function print(ctx: Ctx, printing: Printing, ledger: Ledger): Promise<Paper> {
  const { format, paper: _paper, lang, ...cut } = printing
  const lines = await linesByGroup(ctx, cut, ledger.totals.people)
  const book = await bookOf(ctx, printing, { ledger, lines })
  const bytes = await (format === 'pdf' ? renderPdf(book) : writeSheet(book))
  const ids = [...lines.values()].flatMap((entries) => entries.map(({ id }) => id))
  return { name: fileName(ctx, ledger.title[lang], format), mediaType: MEDIA_TYPES[format], bytes, ids }
}

type Filling = { ledger: Ledger; lines: Map<string, Entry[]> }

async function bookOf(ctx: Ctx, { paper, lang }: Printing, { ledger, lines }: Filling): Promise<Book> {
  const columns = columnsOn(paper, lang)
  const printed = (entry: Entry) => ({ kind: entry.kind, cells: columns.map(({ key }) => texts[key](entry, lang)) })
  return {
    title: ledger.title[lang],
    organisation: ledger.organisation ?? '',
    madeBy: ctx.actor.name,
    mark: await watermarkOf(ctx),
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
}

/** Everybody of the book by group, cut to what the reader may see by the same contract as on the screen. */
async function linesByGroup(ctx: Ctx, cut: Cut, people: number): Promise<Map<string, Entry[]>> {
  const lines = await linesOf(ctx, cut, { offset: 0, limit: people })
  const all = { items: lines.map((line) => line.entry), total: people }
  const { items } = present(contract.readPersonLedgerGroup.output, all, ctx.actor)
  return Map.groupBy(items, (_entry, at) => lines[at]?.key ?? '')
}

/** An approved book is made as the one who asked for it. */
export const ledgersAreMade: Listener = {
  name: 'reports.ledgers_are_made',
  hears: 'people.export_approved',
  hear: async (ctx, { data }) => {
    if (data['paper'] === 'ledger') ctx.enqueue({ task: 'reports.make_ledger', payload: data })
  },
}

export const makeLedgerJob: Job = {
  task: 'reports.make_ledger',
  run: (house, payload) =>
    fillExport(house, payload, async (ctx, { question }) => {
      const printing = question as Printing // requestPersonLedger wrote what its contract read
      const ledger = await ledgerOf(ctx, printing)
      const { people } = ledger.totals
      ctx.note({ action: 'reports.print', detail: { ...detailOf(printing), people } })
      return { ...(await print(ctx, printing, ledger)), people }
    }),
}
