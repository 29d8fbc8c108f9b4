import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { writeCodes } from '#platform/integrity/index.ts'
import { type ConsentBrought, ensureBrought } from '../privacy/consents/gate/index.ts'
import { consentCodes } from '../privacy/consents/integrity/index.ts'
import { contactRows, familyRows, type Owner, phoneRows } from './around.ts'
import { type Beside, completenessOf } from './completeness.ts'
import { type Draft, sectionsOf } from './draft.ts'
import { personDigest, treatmentCode } from './proof/index.ts'
import { type Columns, columnsFrom, holdsId } from './row.ts'
import { ensureIdsFree } from './taken.ts'

const blank: Columns = {
  status: 'living',
  is_counted: true,
  id_status: 'missing',
  living_flags: [],
  chronic_codes: [],
  interests: [],
  wished_services: [],
  tags: [],
  unit_ids: [],
  keys: [],
}

/** What opens a person's sealed values; destroying it erases them. */
const SECRET_BYTES = 32
const nobody: Owner = { id: '', secret: null }

/** From so many on the planner is told about a young table before the rest is written (migrations/0009_statistics.sql). */
const MANY = 100

/** One statement per table whatever the number, so hundreds cost a few round trips. Fails with PostgreSQL's unique violation when an identity number is taken. */
export async function insertPeople(ctx: Ctx, drafts: readonly Draft[], required: readonly string[]): Promise<string[]> {
  for (const draft of drafts) ensureBrought(draft.values, draft.consents ?? [])
  const owners = drafts.map(() => ({ id: newId(ctx.now.getTime()), secret: randomBytes(SECRET_BYTES) }))
  const people = drafts.map((draft, at) => personRow(ctx, { owner: owners[at] ?? nobody, draft, required }))
  await ensureIdsFree(
    ctx,
    people.map(({ id_index: index }, at) => (index ? drafts[at]?.values.idNumber : null)),
  )
  await insertRows(ctx, 'person', people)
  if (drafts.length >= MANY) await sql`select analyze_while_young()`.execute(ctx.db)
  const around = (rowsOf: (draft: Draft, owner: Owner) => Columns[]) =>
    drafts.flatMap((draft, at) => rowsOf(draft, owners[at] ?? nobody))
  await insertRows(
    ctx,
    'person_phone',
    around((draft, owner) => phoneRows(ctx, owner, draft.phones)),
  )
  await insertRows(
    ctx,
    'person_contact',
    around((draft, owner) => contactRows(ctx, owner, draft.contacts ?? [])),
  )
  await insertRows(
    ctx,
    'family_member',
    around((draft, owner) => familyRows(ctx, owner, draft.family ?? [])),
  )
  await insertConsents(
    ctx,
    around((draft, owner) => (draft.consents ?? []).map((one) => consentRow(ctx, owner.id, one))),
  )
  await insertRows(
    ctx,
    'affiliation',
    around((draft, owner) => affiliationRows(ctx, owner.id, draft)),
  )
  await insertRows(
    ctx,
    'person_event',
    drafts.map((draft, at) => recordedEvent(ctx, owners[at]?.id ?? '', draft.source)),
  )
  attestAll(ctx, people)
  return owners.map(({ id }) => id)
}

async function insertConsents(ctx: Ctx, rows: Columns[]): Promise<void> {
  await insertRows(ctx, 'consent', rows)
  await writeCodes(
    ctx,
    consentCodes,
    rows.map(({ id }) => String(id)),
  )
}

/** So many digests stand in one line of the trail; it stays short enough for a cell of its export. */
const TOLD = 200

/** A record that comes alone brings its digest to the act that wrote it; of a roster's rows they stand together. */
function attestAll(ctx: Ctx, people: readonly Columns[]): void {
  const digests = people.map((row) => [String(row['id']), personDigest(ctx.vault, row)] as const)
  const [only, ...others] = digests
  if (only && !others.length) return ctx.attest(only[0], { after: only[1] })
  for (let at = 0; at < digests.length; at += TOLD)
    ctx.note({ action: 'people.recorded', detail: { digests: Object.fromEntries(digests.slice(at, at + TOLD)) } })
}

type Entry = { owner: Owner; draft: Draft; required: readonly string[] }

function personRow(ctx: Ctx, { owner, draft, required }: Entry): Columns {
  const { values } = draft
  const at = ctx.now.toISOString()
  const sections = Object.fromEntries(sectionsOf(values).map((key) => [key, { version: 1, source: draft.source }]))
  const unitIds = [draft.unitId, draft.managingUnitId].filter(
    (unit, position, all) => unit && all.indexOf(unit) === position,
  )
  const columns = columnsFrom(values, ctx.vault.of(owner.secret), draft.idStatus)
  return {
    ...blank,
    ...columns,
    ...treatmentCode(ctx.vault, { ...columns, county: ctx.actor.county, id: owner.id }),
    ...completenessOf(values, besideOf(draft, columns), required),
    county: ctx.actor.county,
    id: owner.id,
    secret: owner.secret,
    status: values.diedOn || draft.isDeceased ? 'deceased' : 'living',
    place_code: draft.placeCode,
    unit_id: draft.unitId,
    managing_unit_id: draft.managingUnitId,
    unit_ids: unitIds,
    tags: draft.tags,
    source: draft.source,
    sections,
    created_at: at,
    updated_at: at,
  }
}

function besideOf(draft: Draft, columns: Columns): Beside {
  return { hasPlace: draft.placeCode !== null, hasPhone: draft.phones.length > 0, hasId: holdsId(columns) }
}

/** Original unit, managing unit and home stand beside each other. A beginning that nobody knows stays open. */
function affiliationRows(ctx: Ctx, personId: string, draft: Draft): Columns[] {
  const base = {
    county: ctx.actor.county,
    person_id: personId,
    during: '(,)',
    source: draft.source,
    added_by: ctx.actor.accountId,
    added_at: ctx.now.toISOString(),
  }
  const row = (kind: string, more: Columns): Columns => ({ ...base, id: newId(ctx.now.getTime()), kind, ...more })
  const home = draft.placeCode || draft.values.address
  return [
    ...(draft.unitId ? [row('original_unit', { unit_id: draft.unitId })] : []),
    ...(draft.managingUnitId ? [row('managing_unit', { unit_id: draft.managingUnitId })] : []),
    ...(home ? [row('home', { place_code: draft.placeCode, address: draft.values.address ?? null })] : []),
  ]
}

function consentRow(ctx: Ctx, personId: string, { purpose, givenBy, giver }: ConsentBrought): Columns {
  return {
    county: ctx.actor.county,
    id: newId(ctx.now.getTime()),
    person_id: personId,
    purpose,
    given_by: givenBy,
    giver_sealed: giver ? ctx.vault.seal(giver) : null,
    way: 'signed',
    given_at: ctx.now.toISOString(),
    recorded_by: ctx.actor.accountId,
  }
}

function recordedEvent(ctx: Ctx, personId: string, source: string): Columns {
  const at = ctx.now.toISOString()
  return {
    county: ctx.actor.county,
    id: newId(ctx.now.getTime()),
    person_id: personId,
    kind: 'recorded',
    detail: { source },
    account_id: ctx.actor.accountId,
    at,
  }
}

type BulkTable =
  | 'import_row'
  | 'person'
  | 'person_phone'
  | 'person_contact'
  | 'family_member'
  | 'affiliation'
  | 'person_event'
  | 'person_change'
  | 'consent'

/** One INSERT of any number of rows through a single JSON parameter: PostgreSQL casts each column by the table's own types. */
export async function insertRows(ctx: Ctx, table: BulkTable, rows: readonly Columns[]): Promise<void> {
  if (!rows.length) return
  const json = JSON.stringify(rows, (_key, value: unknown) => bytesAsText(value))
  await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`.execute(
    ctx.db,
  )
}

/** A Buffer reaches JSON.stringify as {type:'Buffer',data}; PostgreSQL reads bytes written as \x… */
function bytesAsText(value: unknown): unknown {
  if (
    value &&
    typeof value === 'object' &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value &&
    Array.isArray(value.data)
  )
    return `\\x${Buffer.from(value.data).toString('hex')}`
  return value
}
