import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { type Basis, completed, type Found, findAnomalies, type Judgement, type Limits } from '../finding/index.ts'
import { tracesOf } from '../traces/index.ts'

export type Looked = { raised: number; grown: number }

/** The limits in force on a day of the office; the shipped ones where the county has set none by then. */
export async function limitsOn(ctx: Ctx, day: string): Promise<Limits> {
  const row = await ctx.db
    .selectFrom('bank_limit')
    .select('limits')
    .where('county', '=', ctx.actor.county)
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return completed((row?.limits ?? {}) as Partial<Limits>) // written by setLimits alone
}

/**
 * Looks through the books and writes down what stands out, with the records it rests on. What waits grows; what a person has
 * judged stays judged, and its records raise nothing again under the same rule. Nothing else follows.
 */
export async function look(ctx: Ctx): Promise<Looked> {
  // Two looks at once would raise the same twice.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank.look ${ctx.actor.county}`}, 0))`.execute(ctx.db)
  const judged = await judgedRecords(ctx)
  const limits = await limitsOn(ctx, officeDay(ctx.now))
  const found = findAnomalies(await tracesOf(ctx), limits, (kind, id) => judged.get(`${kind} ${id}`))
  let [raised, grown] = [0, 0]
  for (const one of found) {
    const { id, isNew } = await waitingOf(ctx, one, limits)
    const added = await addRecords(ctx, id, one)
    if (isNew) raised += 1
    else if (added) {
      grown += 1
      await grow(ctx, id, { numbers: JSON.stringify(limits[one.kind].numbers), usual: one.usual ?? null })
    }
  }
  if (raised) ctx.emit({ type: 'bank.findings_raised', data: { raised } })
  return { raised, grown }
}

async function judgedRecords(ctx: Ctx): Promise<Map<string, Judgement>> {
  const rows = await ctx.db
    .selectFrom('bank_finding_record as r')
    .innerJoin('bank_finding as f', (on) => on.onRef('f.county', '=', 'r.county').onRef('f.id', '=', 'r.finding_id'))
    .select(['r.kind', 'r.record_id', 'f.status'])
    .where('r.county', '=', ctx.actor.county)
    .where('f.status', '<>', 'waiting')
    .execute()
  return new Map(rows.map(({ kind, record_id, status }) => [`${kind} ${record_id}`, status as Judgement])) // the column's check and the line above allow no other
}

async function waitingOf(
  ctx: Ctx,
  { kind, subject, usual }: Found,
  limits: Limits,
): Promise<{ id: string; isNew: boolean }> {
  const county = ctx.actor.county
  const column = `${subject.kind}_id` as const
  const former = await ctx.db
    .selectFrom('bank_finding')
    .select('id')
    .where('county', '=', county)
    .where('kind', '=', kind)
    .where(column, '=', subject.id)
    .where('status', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  if (former) return { id: former.id, isNew: false }
  const id = newId(ctx.now.getTime())
  const at = ctx.now.toISOString()
  const measured = { numbers: JSON.stringify(limits[kind].numbers), usual: usual ?? null }
  await ctx.db
    .insertInto('bank_finding')
    .values({ county, id, kind, [column]: subject.id, ...measured, status: 'waiting', found_at: at, grown_at: at })
    .execute()
  return { id, isNew: true }
}

async function addRecords(ctx: Ctx, findingId: string, { kind, rows }: Found): Promise<number> {
  const values = rows.map(({ what, id, personId }: Basis) => ({
    county: ctx.actor.county,
    finding_id: findingId,
    kind,
    what,
    record_id: id,
    person_id: personId,
  }))
  const added = await ctx.db
    .insertInto('bank_finding_record')
    .values(values)
    .onConflict((on) => on.constraint('bank_finding_record_once').doNothing())
    .returning('record_id')
    .execute()
  return added.length
}

async function grow(ctx: Ctx, id: string, measured: { numbers: string; usual: number | null }): Promise<void> {
  await ctx.db
    .updateTable('bank_finding')
    .set({ ...measured, grown_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}
