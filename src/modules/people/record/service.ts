import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import {
  changeFields,
  checkCodes,
  type Draft,
  idTaken,
  insertPeople,
  insertRows,
  nameNeeded,
  type PersonRow,
  requiredFields,
  sealedKeys,
  sectionStates,
  valuesFrom,
} from '../book/index.ts'
import { type FieldValues, fieldsOf, isTold, type SectionKey } from '../fields/index.ts'
import { loadForChange } from '../policy.ts'
import type { contract } from './contract.ts'
import { faultOfLife } from './rules.ts'
import { alreadyDeceased, impossibleLife, notDeceased, sectionChanged } from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** Registers one person. Only a name is needed. Tells `people.registered`. */
export async function registerPerson(ctx: Ctx, input: In<'registerPerson'>): Out<'registerPerson'> {
  const [id] = await registerPeople(ctx, [input])
  ensure(id, nameNeeded)
  return { id }
}

/** Registers many in one go, for those who bring some hundreds: a statement for each table. Returns their ids in order. */
export async function registerPeople(ctx: Ctx, drafts: readonly Draft[]): Promise<string[]> {
  const named = drafts.map((draft) => {
    const { name } = draft.values
    ensure(typeof name === 'string' && name.trim(), nameNeeded)
    checkCodes(draft.values)
    ensurePossible(ctx, draft.values)
    return { ...draft, values: { ...draft.values, name: name.trim() } }
  })
  const ids = await refusingTakenId(async () => insertPeople(ctx, named, await requiredFields(ctx)))
  ctx.emit({ type: 'people.registered', data: { ids } })
  return ids
}

/** Refuses dates no life can have, where the words that are written touch them. */
export function ensurePossible(ctx: Ctx, values: FieldValues, row?: PersonRow): void {
  if (!('birthOn' in values) && !('diedOn' in values)) return
  const life = { birthOn: row?.birth_on, diedOn: row?.died_on, ...values }
  const fault = faultOfLife(life, officeDay(ctx.now))
  if (fault) throw impossibleLife({ fault })
}

/** Turns the unique violation of a number that somebody else bears, perhaps outside the reader's scope, into its refusal. */
export async function refusingTakenId<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error && typeof error === 'object' && 'constraint' in error && error.constraint === 'person_id_index')
      throw idTaken()
    throw error
  }
}

/** Corrects one section. A version that somebody else has overtaken is refused with what stands there now. */
export async function changeSection(ctx: Ctx, input: In<'changeSection'>): Out<'changeSection'> {
  const row = await loadForChange(ctx, input.id)
  ensureVersion(ctx, row, input)
  // What is hidden from somebody they cannot overwrite either; numbers are masked for all and may be corrected by all.
  const writable = fieldsOf(input.section).filter((field) => field.kind === 'sealed' || visible(ctx, field.fieldClass))
  const keys = new Set(writable.map((field) => field.key))
  const values = Object.fromEntries(Object.entries(input.values).filter(([key]) => keys.has(key)))
  ensure(!('name' in values) || (typeof values.name === 'string' && values.name.trim()), nameNeeded)
  checkCodes(values)
  ensurePossible(ctx, values, row)
  const required = await requiredFields(ctx)
  const changed = await refusingTakenId(() =>
    changeFields(ctx, row, { values, required, cause: 'edit', source: input.source }),
  )
  if (changed.length) ctx.emit({ type: 'people.changed', data: { id: row.id, fields: changed } })
  if (input.section === 'treatment' && changed.length)
    await addEvent(ctx, row, { kind: 'treatment_changed', on: officeDay(ctx.now), detail: { fields: changed } })
  const now = await ctx.db
    .selectFrom('person')
    .select(['sections', 'completeness'])
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  return { version: sectionStates(now)[input.section]?.version ?? 0, completeness: now.completeness }
}

/** Refuses a version that is no longer the present one, telling who wrote what meanwhile. */
export function ensureVersion(ctx: Ctx, row: PersonRow, asked: { section: string; version: number }): void {
  const state = sectionStates(row)[asked.section]
  if ((state?.version ?? 0) === asked.version) return
  const opened = valuesFrom(row, ctx.vault, sealedKeys)
  const current = Object.fromEntries(
    fieldsOf(asked.section as SectionKey) // telephones, contacts, family: no fields

      .filter((field) => isTold(ctx.actor, field.key))
      .map((field) => [field.key, opened[field.key]]),
  )
  throw sectionChanged({
    section: asked.section,
    by: state?.changedBy ?? '系统',
    at: state?.changedAt ?? '',
    version: state?.version ?? 0,
    current,
  })
}

function visible(ctx: Ctx, fieldClass: Parameters<Ctx['actor']['sees']['has']>[0] | undefined): boolean {
  return !fieldClass || ctx.actor.sees.has(fieldClass)
}

export async function verifySection(ctx: Ctx, input: In<'verifySection'>): Out<'verifySection'> {
  const row = await loadForChange(ctx, input.id)
  const states = { ...sectionStates(row) }
  const today = officeDay(ctx.now)
  states[input.section] = {
    ...states[input.section],
    version: states[input.section]?.version ?? 0,
    verifiedOn: today,
    verifiedBy: ctx.actor.name,
    ...(input.source ? { source: input.source } : {}),
  }
  const dates = Object.values(states)
    .map((state) => state.verifiedOn)
    .filter((day) => day !== undefined)
  const oldest = dates.sort()[0] ?? null
  await ctx.db
    .updateTable('person')
    .set({ sections: JSON.stringify(states), verified_on: oldest })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute()
  await addEvent(ctx, row, { kind: 'verified', on: today, detail: { section: input.section } })
  return { ok: true }
}

/** Records a death: one fact, entered once; other rooms hear `people.died`. */
export async function recordDeath(ctx: Ctx, input: In<'recordDeath'>): Out<'recordDeath'> {
  const row = await loadForChange(ctx, input.id)
  ensure(row.status === 'living' || row.status === 'moved_out', alreadyDeceased)
  const keys = new Set(fieldsOf('death').map((field) => field.key))
  const values: FieldValues = Object.fromEntries(Object.entries(input.values).filter(([key]) => keys.has(key)))
  ensurePossible(ctx, values, row)
  await changeFields(ctx, row, { values, required: await requiredFields(ctx), cause: 'edit' })
  await ctx.db
    .updateTable('person')
    .set({ status: 'deceased' })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute()
  const on = typeof values.diedOn === 'string' ? values.diedOn : null
  await addEvent(ctx, row, { kind: 'died', on, detail: {} })
  ctx.emit({ type: 'people.died', data: { id: row.id, on } })
  return { ok: true }
}

export async function restoreLife(ctx: Ctx, input: In<'restoreLife'>): Out<'restoreLife'> {
  const row = await loadForChange(ctx, input.id)
  ensure(row.status === 'deceased', notDeceased)
  const empty = Object.fromEntries(fieldsOf('death').map((field) => [field.key, null]))
  await changeFields(ctx, row, { values: empty, required: await requiredFields(ctx), cause: 'edit' })
  await ctx.db
    .updateTable('person')
    .set({ status: 'living' })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute()
  await addEvent(ctx, row, { kind: 'restored', on: officeDay(ctx.now), detail: { reason: input.reason } })
  ctx.emit({ type: 'people.restored', data: { id: row.id } })
  return { ok: true }
}

/** A dated event of a person's life: the annual tables are a fold over these. */
export async function addEvent(
  ctx: Ctx,
  row: Pick<PersonRow, 'county' | 'id'>,
  event: { kind: string; on: string | null; detail: Record<string, unknown> },
): Promise<void> {
  const at = ctx.now.toISOString()
  await insertRows(ctx, 'person_event', [
    {
      county: row.county,
      id: newId(ctx.now.getTime()),
      person_id: row.id,
      kind: event.kind,
      happened_on: event.on,
      detail: event.detail,
      account_id: ctx.actor.accountId,
      at,
    },
  ])
}
