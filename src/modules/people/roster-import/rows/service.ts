import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { present } from '#platform/present.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { checkCodes, type PersonRow, sealedKeys, valuesFrom } from '../../book/index.ts'
import { type FieldValue, fieldOf, isTold, showValue } from '../../fields/index.ts'
import { type contract, othersRow, type Planned } from '../contract.ts'
import { changesTo, type Plan, planOf, rejudged } from '../plan/index.ts'
import { isBringer, loadBatch } from '../policy.ts'
import { cellsOf, plannedOf, type StoredRow } from '../stored/index.ts'
import { notPlanned, ownFileOnly, wordsOf } from '../words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>
type RowOut = Awaited<Out<'editImportRow'>>

export async function listImportRows(ctx: Ctx, input: In<'listImportRows'>): Out<'listImportRows'> {
  const isOwn = isBringer(ctx, await loadBatch(ctx, input.id))
  const rows = await sql<StoredRow & { total: number }>`
    select *, count(*) over ()::int as total from import_row
     where county = ${ctx.actor.county} and batch_id = ${input.id}
       and (${input.plan ?? null}::text is null or plan = ${input.plan ?? null})
       and (${input.reason ?? null}::text is null or ${input.reason ?? null} = any(reasons))
       and (${input.sheet ?? null}::text is null or sheet = ${input.sheet ?? null})
       and (${input.q ?? null}::text is null or position(${input.q ?? ''} in coalesce(name, '')) > 0)
     order by seq limit ${input.limit} offset ${input.offset}`.execute(ctx.db)
  const people = await peopleOf(
    ctx,
    rows.rows.flatMap((row) => row.match_id ?? []),
  )
  const items = rows.rows.map((row) => show(ctx, row, people))
  return { items: isOwn ? items : items.map((item) => forOthers(ctx, item)), total: rows.rows[0]?.total ?? 0 }
}

/** The matched people, through the reader's own scope: somebody else's person is told of by the reason alone. */
async function peopleOf(ctx: Ctx, ids: string[]): Promise<Map<string, PersonRow & { unit_name: string | null }>> {
  if (!ids.length) return new Map()
  const people = await ctx.db
    .selectFrom('person')
    .leftJoin('unit', (join) => join.onRef('unit.county', '=', 'person.county').onRef('unit.id', '=', 'person.unit_id'))
    .selectAll('person')
    .select('unit.name as unit_name')
    .where('person.county', '=', ctx.actor.county)
    .where('person.id', 'in', ids)
    .execute()
  return new Map(people.map((person) => [person.id, person]))
}

function forOthers(ctx: Ctx, item: RowOut): RowOut {
  return present(othersRow, { ...item, cells: [] }, ctx.actor)
}

function show(ctx: Ctx, row: StoredRow, people: Awaited<ReturnType<typeof peopleOf>>): RowOut {
  const record = plannedOf(ctx.vault, row)
  const person = row.match_id ? people.get(row.match_id) : undefined
  return {
    seq: row.seq,
    sheet: row.sheet,
    row: row.row_no,
    person: row.person_no,
    plan: row.plan as Plan, // the column's check is the contract's list
    decision: row.decision as RowOut['decision'], // as above
    name: row.name,
    reasons: row.reasons.map((code) => ({ code, ...wordsOf(code) })),
    cells: cellsOf(ctx.vault, row),
    record,
    changes: person && record ? differencesIn(ctx, person, record) : [],
    match: person ? { id: person.id, name: person.name, birthOn: person.birth_on, unit: person.unit_name } : null,
    edited: row.edited,
    done: row.done,
    personId: row.person_id,
  }
}

function differencesIn(ctx: Ctx, person: PersonRow, record: Planned): RowOut['changes'] {
  const before = valuesFrom(person, ctx.vault, sealedKeys)
  return Object.entries(changesTo(before, record.values)).map(([key, to]) => ({
    field: key,
    from: told(ctx, key, before[key]),
    to: told(ctx, key, to),
  }))
}

function told(ctx: Ctx, key: string, value: FieldValue | undefined): string | null {
  const field = fieldOf(key)
  if (value === null || value === undefined || !field) return null
  return isTold(ctx.actor, key) ? showValue(field, value, 'zh') : '＊＊＊'
}

async function lockRow(ctx: Ctx, batch: string, seq: number): Promise<StoredRow> {
  const row = await ctx.db
    .selectFrom('import_row')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('batch_id', '=', batch)
    .where('seq', '=', seq)
    .forUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  return row
}

/** Takes a correction of one row and judges it again. The cells as they stood are kept beside it. */
export async function editImportRow(ctx: Ctx, input: In<'editImportRow'>): Out<'editImportRow'> {
  const batch = await loadBatch(ctx, input.id)
  ensure(isBringer(ctx, batch), ownFileOnly)
  ensure(batch.status === 'planned', () => notPlanned({ status: batch.status }))
  const row = await lockRow(ctx, input.id, input.seq)
  const before = plannedOf(ctx.vault, row)
  checkCodes(input.record.values)
  const edited = new Set(
    Object.keys(input.record.values).filter(
      (key) => JSON.stringify(input.record.values[key]) !== JSON.stringify(before?.values[key]),
    ),
  )
  if (input.record.unitId !== before?.unitId) edited.add('unitId')
  const record: Planned = {
    ...input.record,
    idStatus: edited.has('idNumber') ? 'valid' : (before?.idStatus ?? 'missing'),
    unitName: before?.unitName ?? null,
    placeName: before?.placeName ?? null,
  }
  const judged = rejudged(record, row.reasons, edited)
  const people = await peopleOf(ctx, row.match_id ? [row.match_id] : [])
  const person = row.match_id ? people.get(row.match_id) : undefined
  const changes = person ? Object.keys(changesTo(valuesFrom(person, ctx.vault, sealedKeys), record.values)) : []
  const plan = planOf({ class: judged.class, isMatched: row.match_id !== null, changes })
  const set = {
    record_sealed: ctx.vault.seal(JSON.stringify(record)),
    reasons: judged.reasons,
    plan,
    changes: JSON.stringify(changes),
    edited: true,
    name: String(record.values.name ?? '') || null,
  }
  await ctx.db
    .updateTable('import_row')
    .set(set)
    .where('county', '=', row.county)
    .where('batch_id', '=', row.batch_id)
    .where('seq', '=', row.seq)
    .execute()
  return show(ctx, await lockRow(ctx, input.id, input.seq), people)
}

/** Decides rows one by one, or all rows of a reason or plan at once. */
export async function decideImportRows(ctx: Ctx, input: In<'decideImportRows'>): Out<'decideImportRows'> {
  const batch = await loadBatch(ctx, input.id)
  ensure(batch.status === 'planned', () => notPlanned({ status: batch.status }))
  const decided = await sql<{ seq: number }>`
    update import_row set decision = ${input.decision}, match_id = coalesce(${input.matchId ?? null}::uuid, match_id)
     where county = ${ctx.actor.county} and batch_id = ${input.id} and plan not in ('not-a-person', 'refused')
       and (${input.seqs ?? null}::int[] is null or seq = any(${input.seqs ?? null}::int[]))
       and (${input.reason ?? null}::text is null or ${input.reason ?? null} = any(reasons))
       and (${input.plan ?? null}::text is null or plan = ${input.plan ?? null})
    returning seq`.execute(ctx.db)
  return { decided: decided.rows.length }
}
