import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { hashOfToken } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { kinds } from '../codes/index.ts'
import type { contract } from './contract.ts'
import { type CalendarLine, calendarText } from './ics/index.ts'

type Doors = typeof contract

const ownFeed = (ctx: Ctx) =>
  sql<boolean>`county = ${ctx.actor.county} and account_id = ${ctx.actor.accountId}::uuid and revoked_at is null`

async function readFeed(ctx: Ctx): Promise<Output<Doors['readFeed']>> {
  const row = await ctx.db.selectFrom('calendar_feed').select('made_at').where(ownFeed(ctx)).executeTakeFirst()
  return { madeAt: row?.made_at ?? null }
}

async function makeFeed(ctx: Ctx): Promise<Output<Doors['makeFeed']>> {
  const account_id = ctx.actor.accountId
  ensure(account_id, notFound)
  await revokeFeed(ctx)
  const token = randomBytes(32).toString('hex')
  const row = { county: ctx.actor.county, id: newId(ctx.now.getTime()), account_id, token_hash: hashOfToken(token) }
  await ctx.db
    .insertInto('calendar_feed')
    .values({ ...row, made_at: ctx.now.toISOString() })
    .execute()
  return { path: `/api/calendars/${token}` }
}

async function revokeFeed(ctx: Ctx): Promise<{ ok: true }> {
  await ctx.db.updateTable('calendar_feed').set({ revoked_at: ctx.now.toISOString() }).where(ownFeed(ctx)).execute()
  return { ok: true }
}

type Line = {
  of: 'account' | 'place' | 'site' | 'group' | 'team' | 'person'
  name: string | null
  id: string | null
  title: string
  status: string
  is_sure: boolean
  is_private: boolean
  place: string
  site: string | null
  address: string | null
  starts_at: string
  ends_at: string
  version: number
  planned_at: string
}

/** Whoever holds the address reads it without a session; the database tells nothing to an address that was taken back. */
async function readCalendar(ctx: Ctx, { token }: Input<Doors['readCalendar']>): Promise<Output<Doors['readCalendar']>> {
  const { rows } = await sql<Line>`
    select * from calendar_of(${hashOfToken(token)}, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.db)
  const [first] = rows
  ensure(first, notFound)
  const lines = rows.flatMap((row) => (row.id === null ? [] : [eventOf({ ...row, id: row.id })]))
  const bytes = new TextEncoder().encode(calendarText(nameOf(first), lines))
  return { name: 'sangyu.ics', mediaType: 'text/calendar; charset=utf-8', bytes }
}

/** A person's calendar does not say whose it is. */
function nameOf({ of, name }: Line): string {
  if (of === 'account') return '桑榆活动'
  return of === 'person' ? '我的活动' : `${name}活动日历`
}

/** What is done for one person is told without their home and their need: an address may be read by anybody. */
function eventOf(row: Line & { id: string }): CalendarLine {
  return {
    id: row.id,
    title: row.is_private ? kinds.shift.zh : row.title,
    place: (row.is_private ? [row.place] : [row.place, row.site, row.address]).filter(Boolean).join(' '),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    isCancelled: row.status === 'cancelled',
    isTentative: !row.is_sure,
    sequence: row.version,
    changedAt: row.planned_at,
  }
}

export const service: Service<Doors> = { readFeed, makeFeed, revokeFeed, readCalendar }
