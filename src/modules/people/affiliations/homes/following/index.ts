import { sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { type Columns, insertRows } from '../../../book/index.ts'
import { placePaths } from '../../paths/index.ts'
import { canEndOn, readDays, writeDays } from '../../rules.ts'
import { bringInStep } from '../../standing/index.ts'

type OpenHome = {
  id: string
  person_id: string
  place_code: string
  address: string | null
  during: string
  to: string
}

/** Each old code's own successor, else the one given. Nobody moved house, so no `moved_home` is recorded. Tells `people.followed_place`; doing it again finds nobody. */
export async function movePeopleFrom(
  ctx: Ctx,
  placeCode: string,
  successor: { code: string; on: string },
): Promise<number> {
  const homes = await openHomesIn(ctx, placeCode, successor.code)
  if (!homes.length) return 0
  const today = officeDay(ctx.now)
  const on = successor.on < today ? successor.on : today
  const cut = homes.filter((home) => canEndOn(readDays(home.during), on))
  const begunSince = homes.filter((home) => !canEndOn(readDays(home.during), on))
  await recode(ctx, begunSince)
  await cutHomes(ctx, cut, on)
  await insertRows(
    ctx,
    'affiliation',
    cut.map((home) => homeThere(ctx, home, on)),
  )
  await noteMoves(ctx, homes)
  const people = homes.map((home) => home.person_id)
  await bringInStep(ctx, people)
  ctx.emit({ type: 'people.followed_place', data: { from: placeCode, to: successor.code, on, ids: people } })
  return people.length
}

async function openHomesIn(ctx: Ctx, placeCode: string, fallback: string): Promise<OpenHome[]> {
  const { lo, hi } = placeRange(placeCode)
  const found = await sql<OpenHome>`
    select a.id, a.person_id, a.place_code, a.address, a.during, coalesce(p.successor, ${fallback}::bigint) as to
      from affiliation a
      join place p on p.county = a.county and p.code = a.place_code
     where a.county = ${ctx.actor.county} and a.kind = 'home' and upper_inf(a.during)
       and a.place_code between ${lo}::bigint and ${hi}::bigint and p.valid_to is not null
     order by a.person_id for update of a`.execute(ctx.db)
  return found.rows
}

/** A home begun on the last day or after it was recorded under the old code by mistake: it takes the new code and ends nothing. */
async function recode(ctx: Ctx, homes: readonly OpenHome[]): Promise<void> {
  if (!homes.length) return
  await sql`update affiliation a set place_code = n.code
      from unnest(${homes.map(({ id }) => id)}::uuid[], ${homes.map(({ to }) => to)}::bigint[]) n (id, code)
     where a.county = ${ctx.actor.county} and a.id = n.id`.execute(ctx.db)
}

async function cutHomes(ctx: Ctx, homes: readonly OpenHome[], on: string): Promise<void> {
  if (!homes.length) return
  await sql`update affiliation set during = daterange(lower(during), ${on}::date), ended_by = ${ctx.actor.accountId}::uuid,
           ended_at = ${ctx.now.toISOString()}::timestamptz
     where county = ${ctx.actor.county} and id = any(${homes.map(({ id }) => id)}::uuid[])`.execute(ctx.db)
}

function homeThere(ctx: Ctx, home: OpenHome, on: string): Columns {
  return {
    county: ctx.actor.county,
    id: newId(ctx.now.getTime()),
    person_id: home.person_id,
    kind: 'home',
    place_code: home.to,
    address: home.address,
    during: writeDays({ from: on, until: null }),
    source: '区划调整',
    added_by: ctx.actor.accountId,
    added_at: ctx.now.toISOString(),
  }
}

async function noteMoves(ctx: Ctx, homes: readonly OpenHome[]): Promise<void> {
  const paths = await placePaths(
    ctx,
    homes.flatMap((home) => [home.place_code, home.to]),
  )
  const told = (code: string) => JSON.stringify(paths.get(code) ?? code)
  const lines = homes.map((home) => ({
    county: ctx.actor.county,
    id: newId(ctx.now.getTime()),
    person_id: home.person_id,
    at: ctx.now.toISOString(),
    account_id: ctx.actor.accountId,
    section: 'home',
    field: 'home',
    old_value: told(home.place_code),
    new_value: told(home.to),
    is_sealed: false,
    cause: 'place_abolished',
  }))
  await insertRows(ctx, 'person_change', lines)
}
