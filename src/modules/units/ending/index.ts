import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { follow, type Succession } from '../following/index.ts'
import { endName } from '../names/index.ts'
import { recordEvents, type UnitRow } from '../rows/index.ts'

export type Ending = { units: readonly UnitRow[]; on: string; cause: Succession['cause'] }

/** People, units below, and the bureau's office go along; grants do not: an administrator decides. Returns how many followed. Locks and rights are the caller's. */
export async function endInto(ctx: Ctx, { units, on, cause }: Ending, into: UnitRow): Promise<number> {
  const from = units.map((unit) => unit.id)
  const names = units.map((unit) => unit.name).join('、')
  const note = cause === 'merged' ? `${names}并入${into.name}` : `${names}撤销，由${into.name}承接`
  const people = await follow(ctx, { from, into: into.id, on, cause, note })
  await markClosed(ctx, from, { on, successor: into.id })
  await handDownChildren(ctx, from, into.id)
  await sql`update county set bureau_unit_id = ${into.id} where county = ${ctx.actor.county} and bureau_unit_id = any(${from}::uuid[])`.execute(
    ctx.db,
  )
  await sql`update unit set version = version + 1 where county = ${ctx.actor.county} and id = ${into.id}`.execute(
    ctx.db,
  )
  const kind = cause === 'merged' ? 'merged' : 'closed'
  const detail = { people }
  await recordEvents(ctx, [
    ...units.map((unit) => ({ unitId: unit.id, kind, on, version: unit.version + 1, other: into.id, detail }) as const),
    ...units.map(
      (unit) =>
        ({
          unitId: into.id,
          kind: 'merged',
          on,
          version: into.version + 1,
          other: unit.id,
          detail: { took: true },
        }) as const,
    ),
  ])
  ctx.emit({ type: 'units.succeeded', data: { from, into: into.id, on } })
  return people
}

/** A closed unit keeps all its names, but no longer bears them: a later unit may be called the same. */
export async function markClosed(
  ctx: Ctx,
  ids: readonly string[],
  { on, successor }: { on: string; successor: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('unit')
    .set((eb) => ({ status: 'closed', closed_on: on, successor_id: successor, version: eb('version', '+', 1) }))
    .where('county', '=', ctx.actor.county)
    .where('id', 'in', ids)
    .execute()
  await endName(ctx, ids, { kind: 'name', on })
}

/** The units below go to the successor. A successor that itself lay below comes up first, or it would lie below itself. */
async function handDownChildren(ctx: Ctx, ended: readonly string[], into: string): Promise<void> {
  const above = await unitsAbove(ctx, into)
  const highest = above.findLastIndex((id) => ended.includes(id))
  if (highest >= 0) await putUnder(ctx, [into], above[highest + 1] ?? null)
  const children = await ctx.db
    .selectFrom('unit')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('parent_id', 'in', ended)
    .where('id', '<>', into)
    .execute()
  const ids = children.map((child) => child.id)
  if (ids.length) await putUnder(ctx, ids, into)
}

async function unitsAbove(ctx: Ctx, id: string): Promise<string[]> {
  const above = await sql<{ id: string }>`
    with recursive above as (
      select parent_id as id, 1 as height from unit where county = ${ctx.actor.county} and id = ${id}
      union all
      select u.parent_id, a.height + 1 from unit u join above a on u.county = ${ctx.actor.county} and u.id = a.id
    ) select id from above where id is not null order by height`.execute(ctx.db)
  return above.rows.map((row) => row.id)
}

async function putUnder(ctx: Ctx, ids: readonly string[], parent: string | null): Promise<void> {
  const units = ctx.db.updateTable('unit').set({ parent_id: parent }).where('county', '=', ctx.actor.county)
  await units.where('id', 'in', ids).execute()
}

/** A unit that ends without a successor leaves the units below it to the one above. */
export async function leaveChildrenAbove(ctx: Ctx, unit: UnitRow): Promise<void> {
  await ctx.db
    .updateTable('unit')
    .set({ parent_id: unit.parent_id })
    .where('county', '=', ctx.actor.county)
    .where('parent_id', '=', unit.id)
    .execute()
}
