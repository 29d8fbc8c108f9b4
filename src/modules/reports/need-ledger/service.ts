import { sql } from 'kysely'
import { keysOf, needKinds } from '#modules/volunteering/codes/index.ts'
import { holdsPlace } from '#modules/volunteering/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { entriesOf, type Lived, livesOf } from './fold/index.ts'
import { counts, differing, type Figures, figuresOf, monthOf, monthsBefore, stands } from './rules.ts'
import { closedBefore, notOver, outsideArea, title } from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

const SHOWN_MONTHS = 13
const thisMonth = (ctx: Ctx) => officeDay(ctx.now).slice(0, 7)

/** The book of one month: a fold over what happened until its end, so that a past month never changes. */
export async function readNeedLedger(ctx: Ctx, cut: In<'readNeedLedger'>): Out<'readNeedLedger'> {
  const month = cut.month ?? thisMonth(ctx)
  const cover = await coverOf(ctx, cut.place)
  const lives = await livesOf(ctx, cut.place)
  const figures = figuresOf(lives, monthOf(month))
  const closings = await closingsOf(ctx, cover.code)
  const closed = closings.get(month)
  const isOver = month < thisMonth(ctx)
  return {
    title: cover.title,
    organisation: cover.organisation,
    month,
    isOver,
    isWhole: ctx.actor.scope.all,
    figures,
    kinds: keysOf(needKinds)
      .map((kind) => ({ kind, figures: figuresIn(lives, month, (one) => one.kind === kind) }))
      .filter((one) => one.figures.carried + one.figures.raised > 0),
    streets: streetsOf(lives, month),
    months: monthsBefore(thisMonth(ctx), SHOWN_MONTHS).map((one) => ({
      month: one,
      figures: figuresOf(lives, monthOf(one)),
      isClosed: closings.has(one),
    })),
    closing: closed ? { ...closed, differing: differing(closed.figures, figures) } : null,
    can: { close: isOver && !closed && mayClose(ctx, cover.code) },
  }
}

const figuresIn = (lives: readonly Lived[], month: string, isIn: (one: Lived) => boolean): Figures =>
  figuresOf(lives.filter(isIn), monthOf(month))

function streetsOf(lives: readonly Lived[], month: string) {
  const there = lives.filter((life) => stands(life, monthOf(month)))
  const names = new Map(there.map(({ street, streetName }) => [street, streetName]))
  return [...names]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, name]) => ({ code, name, figures: figuresIn(lives, month, ({ street }) => street === code) }))
}

type Asked = In<'readNeedLedgerEntries'>

export async function readNeedLedgerEntries(ctx: Ctx, asked: Asked): Out<'readNeedLedgerEntries'> {
  await coverOf(ctx, asked.place)
  const month = asked.month ?? thisMonth(ctx)
  const ids = await idsOf(ctx, { ...asked, month })
  const items = await entriesOf(ctx, month, ids.slice(asked.offset, asked.offset + asked.limit))
  return { items, total: ids.length }
}

type Question = { month: string } & Pick<Asked, 'place' | 'figure' | 'kind'>

/** Which needs stand behind a number: by the same rule that counted them. */
export async function idsOf(ctx: Ctx, { month, place, figure, kind }: Question): Promise<string[]> {
  const lives = await livesOf(ctx, place)
  const isIn = (life: Lived) => (figure ? counts(figure, life, monthOf(month)) : stands(life, monthOf(month)))
  const found = lives.filter((life) => (!kind || life.kind === kind) && isIn(life))
  return found.sort((a, b) => a.raisedOn.localeCompare(b.raisedOn) || a.id.localeCompare(b.id)).map(({ id }) => id)
}

function mayClose(ctx: Ctx, place: string): boolean {
  return ctx.actor.permissions.has('volunteering.manage') && holdsPlace(ctx.actor, place)
}

/** Writes the figures of a month down as they stand. A month is closed once. */
export async function closeNeedMonth(ctx: Ctx, { month, place }: In<'closeNeedMonth'>): Out<'closeNeedMonth'> {
  const { code } = await coverOf(ctx, place)
  ensure(holdsPlace(ctx.actor, code), outsideArea)
  ensure(month < thisMonth(ctx), () => notOver({ month }))
  const figures = figuresOf(await livesOf(ctx, place), monthOf(month))
  const written = await ctx.db
    .insertInto('book_closing')
    .values({
      county: ctx.actor.county,
      book: 'needs',
      place_code: code,
      month: monthOf(month).from,
      figures: JSON.stringify(figures),
      closed_by: ctx.actor.accountId,
      closed_at: ctx.now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('month')
    .execute()
  ensure(written.length, () => closedBefore({ month }))
  return { ok: true }
}

type Closed = { figures: Figures; closedBy: string | null; closedAt: string }

async function closingsOf(ctx: Ctx, place: string): Promise<Map<string, Closed>> {
  const { rows } = await sql<Closed & { month: string }>`
    select to_char(b.month, 'YYYY-MM') as month, b.figures, a.name as "closedBy", b.closed_at as "closedAt"
      from book_closing b left join account a on a.county = b.county and a.id = b.closed_by
     where b.county = ${ctx.actor.county} and b.book = 'needs' and b.place_code = ${place}`.execute(ctx.db)
  return new Map(rows.map(({ month, ...closed }) => [month, closed]))
}

/** Whose book it is: the county's, or of one place below it. */
export async function coverOf(ctx: Ctx, place: string | undefined) {
  const own = await ctx.db
    .selectFrom('county')
    .leftJoin('unit_published as u', (on) =>
      on.onRef('u.county', '=', 'county.county').onRef('u.id', '=', 'bureau_unit_id'),
    )
    .select(['county.name', 'u.name as organisation'])
    .where('county.county', '=', ctx.actor.county)
    .executeTakeFirstOrThrow()
  const whole = `${ctx.actor.county}${'0'.repeat(13)}`
  const code = place ?? whole
  const places = ctx.db.selectFrom('place_published').select('short').where('county', '=', ctx.actor.county)
  const found = await places.where('code', '=', code).executeTakeFirst()
  ensure(found?.short, notFound)
  const of = code === whole ? '' : found.short
  return {
    code,
    organisation: own.organisation,
    title: { zh: `${own.name}${title.zh}${of && `（${of}）`}`, en: `${title.en}, ${own.name}${of && ` (${of})`}` },
  }
}
