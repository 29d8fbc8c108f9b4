import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refuse.ts'
import { addAffiliation, moveHome } from '../../../affiliations/index.ts'
import {
  changeFields,
  idPurpose,
  insertRows,
  type PersonRow,
  phoneRows,
  requiredFields,
  sealedKeys,
  valuesFrom,
} from '../../../book/index.ts'
import type { FieldValues } from '../../../fields/index.ts'
import { loadPerson } from '../../../policy.ts'
import type { Planned } from '../../contract.ts'
import { changesTo, knownOf, newPhones } from '../../plan/index.ts'
import { plannedOf, type StoredRow } from '../../stored/index.ts'
import type { Work } from '../create/index.ts'

/** What an update did to a record, so that it can be taken back. */
export type Before = { values: FieldValues; phones: number[]; affiliationId: string | null; hasMoved: boolean }

type Update = { person: PersonRow; record: Planned; plan: ReadonlySet<string>; batch: Work['batch'] }

/** Only the fields of the plan, only what the row has. What a rule forbids is left as it is and told on the row. Returns the person's id. */
export async function updateRow(ctx: Ctx, { batch }: Work, row: StoredRow): Promise<string | null> {
  const record = plannedOf(ctx.vault, row)
  if (!record || !row.match_id) return null
  const person = await presentRecord(ctx, row.match_id)
  const plan = new Set(Array.isArray(row.changes) ? row.changes.map(String) : [])
  const update = { person, record, plan, batch }
  const told: string[] = []
  const values = await correct(ctx, update, told)
  const phones = plan.has('phones') ? await addPhones(ctx, person, record) : []
  const affiliationId = await heeding('UNIT_NOT_ADDED', told, () => addUnit(ctx, update))
  const hasMoved = await heeding('HOME_NOT_MOVED', told, () => move(ctx, update))
  await claim(ctx, update)
  const before: Before = { values, phones, affiliationId: affiliationId ?? null, hasMoved: hasMoved ?? false }
  await ctx.db
    .updateTable('import_row')
    .set({
      done: 'updated',
      person_id: person.id,
      reasons: [...row.reasons, ...told],
      before_sealed: ctx.vault.seal(JSON.stringify(before)),
    })
    .where('county', '=', row.county)
    .where('batch_id', '=', row.batch_id)
    .where('seq', '=', row.seq)
    .execute()
  return person.id
}

/** The record of a match, or the one it was merged into since. */
async function presentRecord(ctx: Ctx, id: string): Promise<PersonRow> {
  const person = await loadPerson(ctx, id, true)
  return person.merged_into ? presentRecord(ctx, person.merged_into) : person
}

/** What this act wrote into the history in other rooms' words is the batch's doing, and goes with it. */
async function claim(ctx: Ctx, { person, batch }: Update): Promise<void> {
  await ctx.db
    .updateTable('person_change')
    .set({ cause: `import:${batch.id}` })
    .where('county', '=', person.county)
    .where('person_id', '=', person.id)
    .where('at', '=', ctx.now.toISOString())
    .where('cause', '=', 'edit')
    .execute()
}

/** A refusal of another room's rule is noted on the row; nothing of what it refused is done. */
async function heeding<T>(reason: string, told: string[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    told.push(reason)
    return undefined
  }
}

async function correct(ctx: Ctx, { person, record, plan, batch }: Update, told: string[]): Promise<FieldValues> {
  const present = valuesFrom(person, ctx.vault, sealedKeys)
  const changes = changesTo(present, record.values)
  const values = Object.fromEntries(Object.entries(changes).filter(([key]) => plan.has(key)))
  if (values.idNumber && (await isTaken(ctx, person, String(values.idNumber)))) {
    delete values.idNumber
    told.push('ID_ELSEWHERE')
  }
  const source = `花名册《${batch.fileName}》`
  const required = await requiredFields(ctx)
  await changeFields(ctx, person, { values, required, cause: `import:${batch.id}`, source, idStatus: record.idStatus })
  return Object.fromEntries(Object.keys(values).map((key) => [key, present[key] ?? null]))
}

async function isTaken(ctx: Ctx, person: PersonRow, number: string): Promise<boolean> {
  const found =
    await sql`select 1 from person where county = ${person.county} and id <> ${person.id} and status <> 'merged'
    and id_index = any(${ctx.vault.indexes(idPurpose, number)}::bytea[]) limit 1`.execute(ctx.db)
  return found.rows.length > 0
}

async function addPhones(ctx: Ctx, person: PersonRow, record: Planned): Promise<number[]> {
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
  const rows = phoneRows(ctx, person, added).map((phone, at) => ({ ...phone, position: first + at + 1 }))
  await insertRows(ctx, 'person_phone', rows)
  return rows.map((phone) => phone.position)
}

/** A roster may speak of a day to come; nothing is recorded before it happens. */
function dayOf(ctx: Ctx, { batch }: Update): string {
  const today = officeDay(ctx.now)
  return batch.asOf < today ? batch.asOf : today
}

/** The roster's unit stands beside the ones that are there; a record without an original unit gets it as that. */
async function addUnit(ctx: Ctx, update: Update): Promise<string | null> {
  const { person, record, plan } = update
  if (!plan.has('unitId') || !record.unitId) return null
  const kind = person.unit_id ? 'other_unit' : 'original_unit'
  const added = { id: person.id, kind, unitId: record.unitId, from: dayOf(ctx, update), note: '花名册导入' } as const
  return (await addAffiliation(ctx, added)).affiliationId
}

async function move(ctx: Ctx, update: Update): Promise<boolean> {
  const { person, record, plan, batch } = update
  if (!plan.has('placeCode') || !record.placeCode) return false
  const address = typeof record.values.address === 'string' ? record.values.address : null
  const note = `花名册《${batch.fileName}》`
  await moveHome(ctx, { id: person.id, placeCode: record.placeCode, address, on: dayOf(ctx, update), note })
  return true
}
