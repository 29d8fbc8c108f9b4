import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { hashOfToken } from '#modules/accounts/index.ts'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from '../contract.ts'
import { enough } from '../words.ts'

type Doors = typeof contract
export type Line = Output<Doors['listCalendarAddresses']>['items'][number]
type OnBehalf = Line['onBehalf']

const COLUMNS = {
  place: 'place_code',
  site: 'site_id',
  group: 'group_id',
  team: 'team_id',
  person: 'person_id',
} as const

/** What a calendar is of. */
export type Subject = { of: keyof typeof COLUMNS; subject: string }

/** Whoever has that many out no longer knows who reads. */
const MOST = 20

const inUse = (ctx: Ctx, { of, subject }: Subject) =>
  ctx.db
    .selectFrom('calendar_address as x')
    .where('x.county', '=', ctx.actor.county)
    .where(`x.${COLUMNS[of]}`, '=', subject)
    .where(sql<boolean>`calendar_opens(x, ${ctx.now.toISOString()}::timestamptz)`)

/** The addresses that open now, the latest first. */
export async function addressesOf(ctx: Ctx, of: Subject): Promise<{ items: Line[]; total: number }> {
  const items = await inUse(ctx, of)
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'x.county').onRef('a.id', '=', 'x.made_by'))
    .select(['x.id', 'x.label', sql<OnBehalf>`x.on_behalf`.as('onBehalf'), 'x.made_at as madeAt', 'a.name as madeBy'])
    .orderBy('x.made_at', 'desc')
    .orderBy('x.id', 'desc')
    .execute()
  return { items, total: items.length }
}

type Wish = Subject & { origin: string; label?: string | null; onBehalf?: OnBehalf }

/** Makes one more; whoever may is for the asking door to say. */
export async function give(ctx: Ctx, wish: Wish): Promise<Output<Doors['giveCalendarAddress']>> {
  const { of, subject, origin, label = null, onBehalf = null } = wish
  const { county, accountId: made_by } = ctx.actor
  ensure(made_by, notFound)
  // Two who make one at the same time are counted one after another.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar ${subject}`}, ${county}))`.execute(ctx.db)
  const { count } = await inUse(ctx, wish).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  ensure(count < MOST, () => enough({ most: MOST }))
  const token = randomBytes(32).toString('hex')
  const id = newId(ctx.now.getTime())
  const what = { [COLUMNS[of]]: subject, token_hash: hashOfToken(token), label, on_behalf: onBehalf }
  await ctx.db
    .insertInto('calendar_address')
    .values({ county, id, ...what, made_by, made_at: ctx.now.toISOString() })
    .execute()
  const address = `${new URL(origin).origin}/api/calendars/${token}`
  return { id, address, link: address.replace(/^https?/, 'webcal') }
}

/** Of what an address is, if it is in use. */
export async function subjectOf(ctx: Ctx, id: string): Promise<Subject | undefined> {
  const row = await ctx.db
    .selectFrom('calendar_address')
    .select(['place_code', 'site_id', 'group_id', 'team_id', 'person_id'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const kinds = Object.keys(COLUMNS) as Subject['of'][] // the keys of a closed record
  return kinds.flatMap((of) => ({ of, subject: row[COLUMNS[of]] ?? '' })).find(({ subject }) => subject)
}

export async function takeBack(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('calendar_address')
    .set({ revoked_at: ctx.now.toISOString(), revoked_by: ctx.actor.accountId })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}
