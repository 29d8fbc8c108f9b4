import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { endInto } from '../../ending/index.ts'
import { follow } from '../../following/index.ts'
import { foundUnit } from '../../founding/index.ts'
import { lockForChange, lockManyForChange } from '../../policy.ts'
import { recordEvents, type UnitRow } from '../../rows/index.ts'
import { dayOf } from '../../rules.ts'
import { outsideUnits } from '../../words.ts'
import type { contract } from '../contract.ts'
import { notItsPeople, sameUnit } from '../words.ts'

type Asked = Input<typeof contract.splitUnit>
type Answer = Output<typeof contract.splitUnit>

/** Who is not named stays, or goes to the part that takes the rest; nobody is without a unit for a day. Needs the whole county: an old unit's grant would not reach them. */
export async function splitUnit(ctx: Ctx, { id, version, parts, rest, on: said }: Asked): Promise<Answer> {
  const unit = await lockForChange(ctx, id, version)
  ensure(ctx.actor.scope.all, () => outsideUnits({ name: unit.name }))
  ensure(rest === undefined || rest < parts.length, sameUnit)
  const on = dayOf(said, { from: unit.opened_on, today: officeDay(ctx.now) })
  await ensureItsPeople(
    ctx,
    unit,
    parts.flatMap((part) => part.people),
  )
  const founded: Answer['parts'] = []
  for (const part of parts) founded.push(await foundPart(ctx, { unit, on }, part))
  await sql`update unit set version = version + 1 where county = ${ctx.actor.county} and id = ${id}`.execute(ctx.db)
  await recordEvents(
    ctx,
    founded.map((part) => ({
      unitId: id,
      kind: 'split',
      on,
      version: version + 1,
      other: part.id,
      detail: { people: part.people },
    })),
  )
  ctx.emit({ type: 'units.split', data: { from: id, into: founded.map((part) => part.id), on } })
  const heir = rest === undefined ? undefined : founded[rest]
  if (heir) heir.people += await endIntoPart(ctx, { id, on }, heir.id)
  return { id, parts: founded }
}

async function ensureItsPeople(ctx: Ctx, unit: UnitRow, people: readonly string[]): Promise<void> {
  if (!people.length) return
  const { rows } = await sql<{ found: number }>`
    select count(*)::int as found from person p
     where p.county = ${ctx.actor.county} and p.id = any(${people}::uuid[]) and p.unit_ids @> array[${unit.id}::uuid]`.execute(
    ctx.db,
  )
  const wrong = people.length - (rows[0]?.found ?? 0)
  ensure(wrong === 0, () => notItsPeople({ name: unit.name, people: wrong }))
}

type Part = Asked['parts'][number]

/** A part lies where its origin lies unless it says otherwise. */
async function foundPart(
  ctx: Ctx,
  { unit, on }: { unit: UnitRow; on: string },
  part: Part,
): Promise<Answer['parts'][number]> {
  const parentId = part.unit.parentId ?? unit.parent_id
  const { id } = await foundUnit(ctx, { ...part.unit, parentId, openedOn: part.unit.openedOn ?? on })
  const note = `${unit.name}分设${part.unit.name}`
  const people = part.people.length
    ? await follow(ctx, { from: [unit.id], into: id, on, cause: 'split', note, people: part.people })
    : 0
  return { id, people }
}

async function endIntoPart(ctx: Ctx, { id, on }: { id: string; on: string }, partId: string): Promise<number> {
  const [into, ...units] = await lockManyForChange(ctx, [partId, id])
  return into ? endInto(ctx, { units, on, cause: 'split' }, into) : 0
}
