import { sql } from 'kysely'
import { balanceOf } from '#modules/ledger/index.ts'
import { ageOf } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import type { Ground } from '../../codes/index.ts'
import { ruleOn } from '../../earning/index.ts'
import { UNDO_MINUTES } from '../../redeeming/index.ts'
import { leftOf, verdictOf } from '../rules.ts'
import * as no from '../words.ts'

export type Pool = {
  balance: number
  /** Asked for and not decided. */
  waiting: number
  /** Donated just now: whoever gave may still take it back. */
  undoable: number
  /** What may be asked for. */
  free: number
}

/** What the pool holds, and what of it can be given away. */
export async function poolOf(ctx: Ctx): Promise<Pool> {
  const county = ctx.actor.county
  const { total } = await balanceOf(ctx, 'points', { kind: 'pool' })
  const settledBefore = new Date(ctx.now.getTime() - UNDO_MINUTES * 60_000).toISOString()
  const { rows } = await sql<{ waiting: number; undoable: number }>`
    select (select coalesce(sum(points), 0)::int from bank_grant where county = ${county} and status = 'asked') as waiting,
           (select coalesce(sum(g.points), 0)::int from bank_gift g
             where g.county = ${county} and g.kind = 'donation' and g.given_at > ${settledBefore} and g.given_at <= ${ctx.now.toISOString()}
               and not exists (select from bank_gift_undo u where u.county = g.county and u.gift_id = g.id)) as undoable`.execute(
    ctx.db,
  )
  const { waiting, undoable } = rows[0] ?? { waiting: 0, undoable: 0 }
  return { balance: total, waiting, undoable, free: Math.max(0, total - waiting - undoable) }
}

/** What the pool holds, once nobody else who asks for it or gives out of it is half way. */
export async function lockedPool(ctx: Ctx): Promise<Pool> {
  await sql`select pg_advisory_xact_lock(hashtextextended('bank.pool', ${ctx.actor.county}))`.execute(ctx.db)
  return poolOf(ctx)
}

/** Whoever is given to, locked: a death, a merge and another grant wait until this one is written. */
export async function lockTaker(ctx: Ctx, personId: string): Promise<{ birthOn: string | null }> {
  const person = await ctx.db
    .selectFrom('person')
    .select(['status', 'birth_on as birthOn'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  ensure(person?.status === 'living', no.notHere)
  return person
}

type Wanted = { takerId: string; birthOn: string | null; points: number; ground: Ground }

/** Whether the rules of today let the pool give this much to somebody on this ground. */
export async function ensureAllowed(ctx: Ctx, { takerId, birthOn, points, ground }: Wanted): Promise<void> {
  const today = officeDay(ctx.now)
  const { grantAges, grantYearPoints } = await ruleOn(ctx, today)
  const verdict = verdictOf({ ground, age: ageOf(birthOn, today) }, grantAges)
  ensure(verdict !== 'ground_off', no.groundOff)
  ensure(verdict !== 'age_unknown', no.noBirth)
  ensure(verdict !== 'too_young', () => no.tooYoung({ from: grantAges[ground] ?? 0 }))
  const left = leftOf(grantYearPoints, await hadInYear(ctx, takerId, today))
  ensure(left === null || points <= left, () => no.yearFull({ left: left ?? 0 }))
}

async function hadInYear(ctx: Ctx, takerId: string, today: string): Promise<number> {
  const { rows } = await sql<{ had: number }>`
    select coalesce(sum(points), 0)::int as had from bank_grant
     where county = ${ctx.actor.county} and taker_id = ${takerId} and status = 'given'
       and given_on >= date_trunc('year', ${today}::date)::date`.execute(ctx.db)
  return rows[0]?.had ?? 0
}
