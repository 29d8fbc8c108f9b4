import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { readTable } from '#platform/spreadsheet/index.ts'
import { foundUnit } from '../founding/index.ts'
import { countyName, endName, matchKey, writeNames } from '../names/index.ts'
import { mayManage } from '../policy.ts'
import { queueForUnits, recordEvents } from '../rows/index.ts'
import { outsideUnits } from '../words.ts'
import type { contract } from './contract.ts'
import { type KnownUnit, type Planned, planUnits, type ReadUnit } from './rules.ts'
import { noUnitColumns } from './words.ts'
import { readUnitJson, readUnitTable, type WrittenUnit } from './written/index.ts'

type Answer = Output<typeof contract.importUnits>

/** Plans a file of units and, unless it is only a preview, founds the new ones and gives the known ones their further spellings. Nothing known is overwritten. */
export async function importUnits(
  ctx: Ctx,
  { bytes, name, preview }: Input<typeof contract.importUnits>,
): Promise<Answer> {
  ensure(mayManage(ctx.actor, []), () => outsideUnits({ name }))
  const written = await readUnits(bytes)
  await queueForUnits(ctx)
  const county = await countyName(ctx)
  const plan = planUnits(written, await knownUnits(ctx), (text) => matchKey(text, county))
  const ids = preview ? new Map<string, string>() : await carryOut(ctx, plan)
  const count = (verdict: Planned['verdict']) => plan.filter((row) => row.verdict === verdict).length
  return {
    applied: !preview,
    counts: { new: count('new'), existing: count('existing'), refused: count('refused') },
    rows: plan.map(({ unit: _, known, ...row }) => ({ ...row, id: known?.id ?? ids.get(row.name) ?? null })),
  }
}

async function readUnits(bytes: Uint8Array): Promise<WrittenUnit[]> {
  const text = new TextDecoder().decode(bytes.subarray(0, 8)).trimStart()
  const written = text.startsWith('[') ? readUnitJson(parsed(bytes)) : readUnitTable(await readTable(bytes))
  ensure(written, noUnitColumns)
  return written
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw noUnitColumns()
  }
}

/** Closed units too: a roster may mean them. Of two of one name the open one is meant. */
async function knownUnits(ctx: Ctx): Promise<KnownUnit[]> {
  const known = await sql<Omit<KnownUnit, 'keys'> & { keys: string[] }>`
    select u.id, u.code, u.name, u.credit_code as "creditCode",
           array(select n.match_key from unit_name n where n.county = u.county and n.unit_id = u.id) as keys
      from unit u where u.county = ${ctx.actor.county} order by u.status desc, u.id`.execute(ctx.db)
  return known.rows.map((row) => ({ ...row, keys: new Set(row.keys) }))
}

async function carryOut(ctx: Ctx, plan: readonly Planned[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { unit, known, adds } of plan) {
    if (!unit) continue
    if (known) await gainNames(ctx, { id: known.id, unit, adds })
    ids.set(unit.name, known?.id ?? (await found(ctx, unit)))
  }
  const ended = plan.flatMap(({ unit, known }) => (unit?.isClosed && !known ? [unit] : []))
  for (const unit of ended) await closeAsWritten(ctx, unit, ids)
  return ids
}

async function found(ctx: Ctx, unit: ReadUnit): Promise<string> {
  const [short = null, ...aliases] = unit.short.filter((name) => name.length > 1)
  const { name, kind, nature, creditCode } = unit
  const facts = { code: unit.code || null, address: unit.address || null, isVertical: unit.vertical }
  const { id } = await foundUnit(ctx, {
    name,
    short,
    kind,
    nature,
    creditCode,
    aliases,
    formerNames: unit.former.filter((one) => one.length > 1),
    ...facts,
  })
  return id
}

async function gainNames(
  ctx: Ctx,
  { id, unit, adds }: { id: string; unit: ReadUnit; adds: readonly string[] },
): Promise<void> {
  const names = adds.map((name) => ({
    unitId: id,
    kind: unit.former.includes(name) ? ('former' as const) : ('alias' as const),
    name,
  }))
  await writeNames(ctx, names)
}

/** The file says that a unit is closed, not since when: the day stays open, the successor is written. */
async function closeAsWritten(ctx: Ctx, unit: ReadUnit, ids: ReadonlyMap<string, string>): Promise<void> {
  const id = ids.get(unit.name) ?? ''
  const successor = unit.successor ? await successorOf(ctx, unit.successor, ids) : null
  await sql`update unit set status = 'closed', successor_id = ${successor}, version = 2 where county = ${ctx.actor.county} and id = ${id}`.execute(
    ctx.db,
  )
  const on = officeDay(ctx.now)
  await endName(ctx, [id], { kind: 'name', on })
  await recordEvents(ctx, [
    { unitId: id, kind: 'closed', on, version: 2, other: successor, detail: { asWritten: true } },
  ])
}

async function successorOf(ctx: Ctx, name: string, ids: ReadonlyMap<string, string>): Promise<string | null> {
  const inFile = ids.get(name)
  if (inFile) return inFile
  const units = ctx.db.selectFrom('unit').select('id').where('county', '=', ctx.actor.county).where('name', '=', name)
  return (await units.orderBy('status', 'desc').executeTakeFirst())?.id ?? null
}
