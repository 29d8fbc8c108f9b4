import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { type FieldValue, type FieldValues, fieldOf } from '../fields/index.ts'
import { consentsNeeded, ensureConsent } from '../privacy/consents/gate/index.ts'
import { type Beside, completenessOf } from './completeness.ts'
import { insertRows } from './insert.ts'
import { personDigest, treatmentCode } from './proof/index.ts'
import { type Columns, columnsFrom, holdsId, type PersonRow, sealedKeys, valuesFrom } from './row.ts'
import { ensureIdsFree } from './taken.ts'

export type SectionState = {
  version: number
  source?: string
  verifiedOn?: string
  verifiedBy?: string
  changedBy?: string
  changedAt?: string
}

/** Why a record changes: an edit, `import:<batch>`, `merge:<merge>`, `undo:<batch>`. */
export type Cause = { cause: string; source?: string | undefined; idStatus?: string | undefined }

export function sectionStates(row: Pick<PersonRow, 'sections'>): Record<string, SectionState> {
  return (row.sections ?? {}) as unknown as Record<string, SectionState> // jsonb, written only here and by insertPeople
}

/** The fields of `values` that would really change, with what stands there now. Lists are compared as sets. */
export function differences(
  before: FieldValues,
  values: FieldValues,
): { key: string; from: FieldValue; to: FieldValue }[] {
  return Object.entries(values).flatMap(([key, to]) => {
    const from = before[key] ?? null
    return to === undefined || same(from, to) ? [] : [{ key, from, to }]
  })
}

function same(a: FieldValue, b: FieldValue): boolean {
  const empty = (value: FieldValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0)
  if (empty(a) || empty(b)) return empty(a) && empty(b)
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item) => b.includes(item))
  return a === b
}

/** The row must be locked. Writes it, one line of history for each field that really changed, and the new version of each section touched. Returns what changed. */
export async function changeFields(
  ctx: Ctx,
  row: PersonRow,
  change: { values: FieldValues; required: readonly string[] } & Cause,
): Promise<string[]> {
  const own = ctx.vault.of(row.secret)
  const before = valuesFrom(row, ctx.vault, sealedKeys)
  const changed = differences(before, change.values)
  if (!changed.length) return []
  await ensureConsent(ctx, row.id, consentsNeeded(Object.fromEntries(changed.map(({ key, to }) => [key, to]))))
  if (change.idStatus !== 'invalid') await ensureIdsFree(ctx, [changed.find(({ key }) => key === 'idNumber')?.to])
  const after = { ...before, ...change.values }
  const keys = changed.map((item) => item.key)
  const states = bump(ctx, row, { keys, source: change.source })
  const named = changed.some((item) => item.key === 'name' || item.key === 'formerName')
  const written = columnsFrom(Object.fromEntries(changed.map((item) => [item.key, item.to])), own, change.idStatus)
  const columns: Columns = {
    ...written,
    ...(named
      ? { keys: columnsFrom({ name: after.name ?? null, formerName: after.formerName ?? null }, own).keys }
      : {}),
    ...completenessOf(after, await beside(ctx, row, written), change.required),
    sections: JSON.stringify(states),
    updated_at: ctx.now.toISOString(),
  }
  const next = { ...row, ...columns }
  Object.assign(columns, treatmentCode(ctx.vault, next, keys))
  ctx.attest(row.id, { before: personDigest(ctx.vault, row), after: personDigest(ctx.vault, next) })
  await ctx.db.updateTable('person').set(columns).where('county', '=', row.county).where('id', '=', row.id).execute()
  await insertRows(
    ctx,
    'person_change',
    changed.map((item) => changeRow(ctx, { row, ...item, cause: change.cause })),
  )
  return keys
}

async function beside(ctx: Ctx, row: PersonRow, written: Columns): Promise<Beside> {
  const phone = await ctx.db
    .selectFrom('person_phone')
    .select(sql<number>`1`.as('one'))
    .where('county', '=', row.county)
    .where('person_id', '=', row.id)
    .limit(1)
    .execute()
  const hasId = holdsId('id_sealed' in written ? written : row)
  return { hasPlace: row.place_code !== null, hasPhone: phone.length > 0, hasId }
}

/** A new version of every section that the keys belong to. */
export function bump(
  ctx: Ctx,
  row: Pick<PersonRow, 'sections'>,
  change: { keys: string[]; source?: string | undefined },
): Record<string, SectionState> {
  const states = { ...sectionStates(row) }
  const by = {
    changedBy: ctx.actor.name,
    changedAt: ctx.now.toISOString(),
    ...(change.source ? { source: change.source } : {}),
  }
  for (const section of new Set(change.keys.map((key) => fieldOf(key)?.section ?? key)))
    states[section] = { ...states[section], version: (states[section]?.version ?? 0) + 1, ...by }
  return states
}

type Line = {
  row: Pick<PersonRow, 'county' | 'id'> & Partial<Pick<PersonRow, 'secret'>>
  key: string
  from: FieldValue
  to: FieldValue
  cause: string
}

function changeRow(ctx: Ctx, { row, key, from, to, cause }: Line): Columns {
  const field = fieldOf(key)
  const isSealed = sealedKeys.has(key)
  const keep = (value: FieldValue) =>
    value === null
      ? null
      : isSealed
        ? ctx.vault
            .of(row.secret ?? null)
            .seal(String(value))
            .toString('base64')
        : JSON.stringify(value)
  return {
    county: row.county,
    id: newId(ctx.now.getTime()),
    person_id: row.id,
    at: ctx.now.toISOString(),
    account_id: ctx.actor.accountId,
    section: field?.section ?? key,
    field: key,
    old_value: keep(from),
    new_value: keep(to),
    is_sealed: isSealed,
    cause,
  }
}

export async function noteChange(
  ctx: Ctx,
  row: Pick<PersonRow, 'county' | 'id'>,
  change: { key: string; from: string | null; to: string | null; cause: string },
): Promise<void> {
  await insertRows(ctx, 'person_change', [changeRow(ctx, { row, ...change })])
}
