import { sql } from 'kysely'
import { watermarkOf } from '#modules/accounts/index.ts'
import { ensureAtOnce, leave, noteTaken } from '#modules/people/index.ts'
import { placeRange } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { Corrections, Cut, contract, Figures } from './contract.ts'
import { renderBook, writeSheet } from './print/index.ts'
import { correctionsOf, groupsOf, linesOf, totalsOf } from './roll/index.ts'
import { daysOf, isOver } from './rules.ts'
import { bookTitle, closedBefore, notOver, outsideArea } from './words.ts'

type Doors = typeof contract
const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Office = { county: string; countyCode: string; organisation: string | null; place: string | null }

async function officeOf(ctx: Ctx, place: string | undefined): Promise<Office> {
  const { rows } = await sql<Office>`
    select c.name as county, (select p.code::text from place_published p where p.county = c.county and p.level = 'county' limit 1) as "countyCode",
           (select u.name from unit_published u where u.county = c.county and u.id = c.bureau_unit_id) as organisation,
           (select p.short from place_published p where p.county = c.county and p.code = ${place ?? null}::bigint) as place
      from county c where c.county = ${ctx.actor.county}`.execute(ctx.db)
  const [office] = rows
  ensure(office && (!place || office.place), notFound)
  return office
}

function titleOf({ county, place }: Office, month: string) {
  const of = place && place !== county ? `（${place}）` : ''
  return { zh: `${county}${bookTitle.zh}${of} ${month}`, en: `${bookTitle.en}, ${county}${of} ${month}` }
}

async function readServiceLedger(ctx: Ctx, cut: Cut): Promise<Output<Doors['readServiceLedger']>> {
  const office = await officeOf(ctx, cut.place)
  const place = cut.place ?? office.countyCode
  const closing = await closingOf(ctx, cut, place)
  const mayClose = ctx.actor.permissions.has('volunteering.manage') && isWithin(ctx, place)
  return {
    title: titleOf(office, cut.month),
    organisation: office.organisation,
    isWhole: ctx.actor.scope.all,
    ...daysOf(cut.month),
    groups: await groupsOf(ctx, cut),
    totals: await totalsOf(ctx, cut),
    closing,
    can: { close: mayClose && !closing && isOver(cut.month, officeDay(ctx.now)) },
  }
}

type Closing = { at: string; by: string | null; figures: Figures; corrections: Corrections }

async function closingOf(ctx: Ctx, cut: Cut, place: string): Promise<Closing | null> {
  const { rows } = await sql<Omit<Closing, 'corrections'>>`
    select b.closed_at as at, a.name as by, b.figures from book_closing b
      left join account a on a.county = b.county and a.id = b.closed_by
     where b.county = ${ctx.actor.county} and b.book = 'service' and b.place_code = ${place} and b.month = ${`${cut.month}-01`}`.execute(
    ctx.db,
  )
  const [closed] = rows
  return closed ? { ...closed, corrections: await correctionsOf(ctx, cut, closed.at) } : null
}

function isWithin({ actor }: Ctx, place: string): boolean {
  const { lo, hi } = placeRange(place)
  return actor.scope.all || actor.scope.places.some((span) => span.lo <= lo && hi <= span.hi)
}

/** The figures of the month are written down as they stand. The book stays live beside them: what is put right later can be seen. */
async function closeServiceLedger(
  ctx: Ctx,
  { month, place }: Input<Doors['closeServiceLedger']>,
): Promise<{ ok: true }> {
  await officeOf(ctx, place)
  ensure(isWithin(ctx, place), outsideArea)
  ensure(isOver(month, officeDay(ctx.now)), () => notOver({ month }))
  const figures = JSON.stringify(await totalsOf(ctx, { month, place }))
  const row = { county: ctx.actor.county, book: 'service', place_code: place, month: `${month}-01`, figures }
  const written = await ctx.db
    .insertInto('book_closing')
    .values({ ...row, closed_by: ctx.actor.accountId, closed_at: ctx.now.toISOString() })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  ensure(Number(written.numInsertedOrUpdatedRows) === 1, () => closedBefore({ month }))
  return { ok: true }
}

/** The book on paper: above 50 people it leaves in parts, or two decide. */
async function printServiceLedger(
  ctx: Ctx,
  { format, lang, ...cut }: Input<Doors['printServiceLedger']>,
): Promise<Output<Doors['printServiceLedger']>> {
  const office = await officeOf(ctx, cut.place)
  const lines = await linesOf(ctx, cut)
  const people = [...new Set(lines.map(({ personId }) => personId))]
  await ensureAtOnce(ctx, people.length)
  await leave(ctx, {
    paper: 'ledger',
    question: { book: 'service', ...cut },
    people: people.length,
    purpose: '打印台账',
    kind: 'archive',
  })
  const title = titleOf(office, cut.month)[lang]
  const today = officeDay(ctx.now)
  const made =
    lang === 'zh'
      ? `编制单位：${office.organisation ?? ''}　制表人：${ctx.actor.name}　制表日期：${today}`
      : `Kept by: ${office.organisation ?? ''}   Made by: ${ctx.actor.name} on ${today}`
  const closing = await closingOf(ctx, cut, cut.place ?? office.countyCode)
  const book = { title, made, closing, mark: await watermarkOf(ctx), lang, lines, totals: await totalsOf(ctx, cut) }
  const bytes = await (format === 'pdf' ? renderBook(book) : writeSheet(book))
  noteTaken(ctx, { action: 'reports.print', detail: { book: 'service', format, ...cut } }, people)
  return { name: fileName(ctx, title, format), mediaType: MEDIA_TYPES[format], bytes }
}

export const service: Service<Doors> = { readServiceLedger, closeServiceLedger, printServiceLedger }
