import { sql } from 'kysely'
import { ageOf } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { strengthOf } from '../../strength/index.ts'
import { limitsOn } from '../../strength/limits/index.ts'
import { clash } from '../words.ts'

type Guest = { id: string; status: string; birth_on: string | null; health: string | null }

/** The person through the reader's scope: nobody signs up whom they do not look after. */
export async function guestOf(ctx: Ctx, personId: string): Promise<Guest> {
  const guest = await ctx.db
    .selectFrom('person')
    .select(['id', 'status', 'birth_on', 'health'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', personId)
    .where(rowsOf(ctx.actor, 'person'))
    .executeTakeFirst()
  ensure(guest, notFound)
  return guest
}

type Plan = { id: string; intensity: number; startsAt: string }
type Judged = Pick<Guest, 'id' | 'birth_on' | 'health'>

/** Whether a gathering is within somebody's strength, by what the county allows on its day and what else they have promised around it. */
export async function judge(ctx: Ctx, { id, intensity, startsAt }: Plan, guest: Judged) {
  const { rows } = await sql<{ minutes: number }>`
    select coalesce(sum(extract(epoch from upper(o.during) - lower(o.during)) / 60), 0)::int as minutes
      from gathering o
      join gathering_sign_up s on s.county = o.county and s.gathering_id = o.id and s.person_id = ${guest.id} and s.status = 'in'
     where o.county = ${ctx.actor.county} and o.id <> ${id} and o.status <> 'cancelled'
       and lower(o.during) > ${startsAt}::timestamptz - interval '7 days' and lower(o.during) < ${startsAt}::timestamptz + interval '7 days'`.execute(
    ctx.db,
  )
  const day = officeDay(new Date(startsAt))
  const asked = { intensity, age: ageOf(guest.birth_on, day), health: guest.health }
  return strengthOf({ ...asked, weekMinutes: rows[0]?.minutes ?? 0 }, await limitsOn(ctx, day))
}

type Wanted = { id: string; personId: string; holding: readonly ('in' | 'offered')[] }

/** Nobody has a place in two gatherings at once. */
export async function ensureFree(ctx: Ctx, { id, personId, holding }: Wanted): Promise<void> {
  const { rows } = await sql<{ title: string; from: string }>`
    select o.title, to_char(lower(o.during) at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as from
      from gathering g
      join gathering o on o.county = g.county and o.id <> g.id and o.during && g.during and o.status = 'planned'
      join gathering_sign_up s on s.county = o.county and s.gathering_id = o.id and s.person_id = ${personId} and s.status = any(${holding})
     where g.county = ${ctx.actor.county} and g.id = ${id} limit 1`.execute(ctx.db)
  const [other] = rows
  if (other) throw clash(other)
}
