import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'

export type UnitRow = {
  id: string
  code: string | null
  name: string
  short: string | null
  kind: string
  nature: string | null
  level: string | null
  credit_code: string | null
  is_vertical: boolean
  parent_id: string | null
  place_code: string | null
  address: string | null
  status: string
  opened_on: string | null
  closed_on: string | null
  successor_id: string | null
  note: string | null
  version: number
}

const COLUMNS = [
  'id',
  'code',
  'name',
  'short',
  'kind',
  'nature',
  'level',
  'credit_code',
  'is_vertical',
  'parent_id',
  'place_code',
  'address',
  'status',
  'opened_on',
  'closed_on',
  'successor_id',
  'note',
  'version',
] as const

export function unitsOf(ctx: Ctx) {
  return ctx.db.selectFrom('unit as u').select(COLUMNS).where('u.county', '=', ctx.actor.county)
}

/** One after another: two at once could merge units in a ring, close a successor, or give one name twice. Reading and other writes do not wait. */
export async function queueForUnits(ctx: Ctx): Promise<void> {
  await sql`select from county where county = ${ctx.actor.county} for no key update`.execute(ctx.db)
}

/** Locks units also against rows that would point at them: nobody joins a unit that is being merged. */
export async function lockUnits(ctx: Ctx, ids: readonly string[]): Promise<UnitRow[]> {
  return unitsOf(ctx).where('u.id', 'in', ids).orderBy('u.id').forUpdate().execute()
}

export type UnitEventKind = 'founded' | 'renamed' | 'merged' | 'split' | 'closed' | 'reopened' | 'changed'
export type NewUnitEvent = {
  unitId: string
  kind: UnitEventKind
  on: string
  version: number
  other?: string | null
  detail?: Record<string, unknown>
}

export async function recordEvents(ctx: Ctx, events: readonly NewUnitEvent[]): Promise<void> {
  const said = { county: ctx.actor.county, account_id: ctx.actor.accountId, at: ctx.now.toISOString() }
  const rows = events.map(({ unitId, kind, on, version, other, detail }) => ({
    ...said,
    id: newId(ctx.now.getTime()),
    unit_id: unitId,
    kind,
    happened_on: on,
    version,
    other_unit_id: other ?? null,
    detail: JSON.stringify(detail ?? {}),
  }))
  await ctx.db.insertInto('unit_event').values(rows).execute()
}

export type UnitEvent = {
  id: string
  kind: UnitEventKind
  on: string
  otherId: string | null
  other: string | null
  by: string | null
  at: string
  version: number
  detail: Record<string, unknown>
}

export async function eventsOf(ctx: Ctx, unitId: string, after = 0): Promise<UnitEvent[]> {
  const events = await sql<UnitEvent>`
    select e.id, e.kind, e.happened_on as on, e.other_unit_id as "otherId", o.name as other, a.name as by, e.at, e.version, e.detail
      from unit_event e
      left join unit o on o.county = e.county and o.id = e.other_unit_id
      left join account a on a.county = e.county and a.id = e.account_id
     where e.county = ${ctx.actor.county} and e.unit_id = ${unitId} and e.version > ${after}
     order by e.version desc, e.at desc, e.id desc limit 200`.execute(ctx.db)
  return events.rows
}

export type Fields = Record<string, { from: unknown; to: unknown }>

/** Gives a unit its next version and keeps who changed which fields. Returns the version. */
export async function recordChange(ctx: Ctx, unit: UnitRow, fields: Fields): Promise<number> {
  const version = unit.version + 1
  const units = ctx.db.updateTable('unit').set({ version }).where('county', '=', ctx.actor.county)
  await units.where('id', '=', unit.id).execute()
  await recordEvents(ctx, [{ unitId: unit.id, kind: 'changed', on: officeDay(ctx.now), version, detail: { fields } }])
  return version
}
