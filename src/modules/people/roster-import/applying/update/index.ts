import type { Ctx } from '#platform/ctx.ts'
import { addAffiliation, moveHome } from '../../../affiliations/index.ts'
import {
  changeFields,
  insertRows,
  type PersonRow,
  phoneRows,
  requiredFields,
  sealedKeys,
  valuesFrom,
} from '../../../book/index.ts'
import type { FieldValues } from '../../../fields/index.ts'
import { loadPerson } from '../../../policy.ts'
import { changesTo, knownOf, newPhones } from '../../plan/index.ts'
import { plannedOf, type StoredRow } from '../../stored/index.ts'
import type { Work } from '../create/index.ts'

/** What an update did to a record, so that it can be taken back. */
export type Before = {
  values: FieldValues
  phones: number[]
  affiliationId: string | null
  home: { placeCode: string | null; moved: boolean }
}

/** Brings one record up to what the roster says: only the fields of the plan, only what the row has. */
export async function updateRow(ctx: Ctx, { batch }: Work, row: StoredRow): Promise<void> {
  const record = plannedOf(ctx.vault, row)
  if (!record || !row.match_id) return
  const person = await loadPerson(ctx, row.match_id, true)
  const plan = new Set(Array.isArray(row.changes) ? row.changes.map(String) : [])
  const present = valuesFrom(person, ctx.vault, sealedKeys)
  const values = Object.fromEntries(Object.entries(changesTo(present, record.values)).filter(([key]) => plan.has(key)))
  const cause = `import:${batch.id}`
  await changeFields(ctx, person, {
    values,
    required: await requiredFields(ctx),
    cause,
    source: `花名册《${batch.fileName}》`,
    idStatus: record.idStatus,
  })
  const phones = plan.has('phones') ? await addPhones(ctx, person, record) : []
  const before: Before = {
    values: Object.fromEntries(Object.keys(values).map((key) => [key, present[key] ?? null])),
    phones,
    affiliationId:
      plan.has('unitId') && record.unitId
        ? await addUnit(ctx, person, { unitId: record.unitId, asOf: batch.asOf })
        : null,
    home: { placeCode: person.place_code, moved: plan.has('placeCode') },
  }
  if (plan.has('placeCode') && record.placeCode)
    await moveHome(ctx, {
      id: person.id,
      placeCode: record.placeCode,
      address: typeof record.values.address === 'string' ? record.values.address : null,
      on: batch.asOf,
      note: `花名册《${batch.fileName}》`,
    })
  await ctx.db
    .updateTable('import_row')
    .set({ done: 'updated', person_id: person.id, before_sealed: ctx.vault.seal(JSON.stringify(before)) })
    .where('county', '=', row.county)
    .where('batch_id', '=', row.batch_id)
    .where('seq', '=', row.seq)
    .execute()
}

async function addPhones(ctx: Ctx, person: PersonRow, record: Parameters<typeof newPhones>[1]): Promise<number[]> {
  const known = await knownOf(ctx, [person])
  const added = newPhones(ctx, record, known.get(person.id))
  const last = await ctx.db
    .selectFrom('person_phone')
    .select('position')
    .where('county', '=', person.county)
    .where('person_id', '=', person.id)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const first = last?.position ?? 0
  const rows = phoneRows(ctx, person.id, added).map((phone, at) => ({ ...phone, position: first + at + 1 }))
  await insertRows(ctx, 'person_phone', rows)
  return rows.map((phone) => phone.position)
}

/** The roster's unit stands beside the ones that are there; a record without an original unit gets it as that. */
async function addUnit(
  ctx: Ctx,
  person: PersonRow,
  { unitId, asOf }: { unitId: string; asOf: string },
): Promise<string> {
  const kind = person.unit_id ? 'other_unit' : 'original_unit'
  const { affiliationId } = await addAffiliation(ctx, { id: person.id, kind, unitId, from: asOf, note: '花名册导入' })
  return affiliationId
}
