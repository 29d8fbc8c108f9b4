import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { type Draft, idPurpose, insertPeople, requiredFields } from '../../../book/index.ts'
import type { Planned } from '../../contract.ts'
import { plannedOf, type StoredRow } from '../../stored/index.ts'

export type Work = { batch: { id: string; asOf: string; fileName: string } }

export async function createRows(ctx: Ctx, { batch }: Work, rows: readonly StoredRow[]): Promise<string[]> {
  const records = rows.flatMap((row) => {
    const record = plannedOf(ctx.vault, row)
    return record ? [{ row, record }] : []
  })
  if (!records.length) return []
  const taken = await takenNumbers(
    ctx,
    records.map(({ record }) => record),
  )
  const drafts = records.map(({ record }) => draftOf(ctx, record, { taken, source: `花名册《${batch.fileName}》` }))
  const ids = await insertPeople(ctx, drafts, await requiredFields(ctx))
  const done = records.map(({ row }, at) => ({ seq: row.seq, id: ids[at] }))
  await sql`
    update import_row r set done = 'created', person_id = d.id
      from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as d(seq int, id uuid)
     where r.county = ${ctx.actor.county} and r.batch_id = ${batch.id} and r.seq = d.seq`.execute(ctx.db)
  return ids
}

/** Numbers that another record bears already, by fingerprint. */
async function takenNumbers(ctx: Ctx, records: readonly Planned[]): Promise<Set<string>> {
  const indexes = records.flatMap((record) => (isUsable(record) ? indexesOf(ctx, record) : []))
  if (!indexes.length) return new Set()
  const found = await sql<{ id_index: Buffer }>`
    select id_index from person where county = ${ctx.actor.county} and status <> 'merged' and id_index = any(${indexes}::bytea[])`.execute(
    ctx.db,
  )
  return new Set(found.rows.map((row) => row.id_index.toString('hex')))
}

function isUsable(record: Planned): boolean {
  return Boolean(record.values.idNumber) && (record.idStatus === 'valid' || record.idStatus === 'converted15')
}

function indexesOf(ctx: Ctx, record: Planned): Buffer[] {
  return ctx.vault.indexes(idPurpose, String(record.values.idNumber))
}

/** Two people cannot bear one number: where somebody said "another person" all the same, the number is kept aside as not usable. */
function draftOf(ctx: Ctx, record: Planned, { taken, source }: { taken: Set<string>; source: string }): Draft {
  const indexes = isUsable(record) ? indexesOf(ctx, record).map((index) => index.toString('hex')) : []
  const clash = indexes.some((index) => taken.has(index))
  for (const index of indexes) taken.add(index)
  return {
    values: record.values,
    phones: record.phones,
    idStatus: clash ? 'invalid' : record.idStatus,
    unitId: record.unitId,
    managingUnitId: null,
    placeCode: record.placeCode,
    tags: [],
    source,
    isDeceased: record.isDeceased,
  }
}
