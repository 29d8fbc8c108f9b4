import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { eventsOf, lockUnits, queueForUnits, type UnitRow } from './rows/index.ts'
import { lastChange } from './rules.ts'
import { changedMeanwhile, outsideUnits, unitClosed } from './words.ts'

/** Changing units needs the whole county or a grant on each of them: only then are all their people in scope, so that a merger leaves nobody behind. */
export function mayManage(actor: Pick<Actor, 'permissions' | 'scope'>, ids: readonly string[]): boolean {
  if (!actor.permissions.has('units.manage')) return false
  return actor.scope.all || (ids.length > 0 && ids.every((id) => actor.scope.units.includes(id)))
}

/** Living people of the actor's scope by unit. A person of two units counts in both. */
export async function peopleByUnit(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  if (!ids.length) return new Map()
  const counted = await sql<{ id: string; people: number }>`
    select u.id, count(*)::int as people
      from person p cross join unnest(p.unit_ids) u (id)
     where p.county = ${ctx.actor.county} and p.status = 'living' and p.unit_ids && ${ids}::uuid[]
       and ${rowsOf(ctx.actor, 'p')} and u.id = any(${ids}::uuid[])
     group by u.id`.execute(ctx.db)
  return new Map(counted.rows.map(({ id, people }) => [id, people]))
}

/** The unit an act is about, locked. With the version its page showed, a change made meanwhile is told and nothing is overwritten. */
export async function lockForChange(ctx: Ctx, id: string, version?: number): Promise<UnitRow> {
  const [unit] = await lockManyForChange(ctx, [id])
  ensure(unit, notFound)
  if (version === undefined || version === unit.version) return unit
  throw changedMeanwhile({ version: unit.version, ...lastChange(await eventsOf(ctx, id, version)) })
}

/** Several units an act is about, in the order asked for; each is found, in the actor's hands and open. */
export async function lockManyForChange(ctx: Ctx, ids: readonly string[]): Promise<UnitRow[]> {
  await queueForUnits(ctx)
  const rows = new Map((await lockUnits(ctx, ids)).map((row) => [row.id, row]))
  return ids.map((id) => {
    const unit = rows.get(id)
    ensure(unit, notFound)
    ensure(mayManage(ctx.actor, [id]), () => outsideUnits({ name: unit.name }))
    ensure(unit.status === 'open', () => unitClosed({ name: unit.name, on: unit.closed_on ?? officeDay(ctx.now) }))
    return unit
  })
}
