import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Bilingual } from '#platform/words.ts'
import { listAffiliations } from '../../../affiliations/service.ts'
import { type PersonRow, sealedKeys, valuesFrom } from '../../../book/index.ts'
import { familyRelationCodes, wordOf } from '../../../codes/index.ts'
import { catalogue, type Field, type FieldValue, fieldOf, showValue } from '../../../fields/index.ts'
import { listWords } from '../../../record/story/service.ts'
import { eventWords } from '../../../record/words.ts'
import { consentsOf } from '../../consents/service.ts'
import { type PurposeKey, purposeOf, purposeOfField } from '../../registry/index.ts'

/** Names and numbers of other people, which the file of this person does not tell (个人信息保护法 第四十五条 gives one's own). */
const OTHERS = new Set(['collectedBy', 'collectorPhone', 'bereavementPayee'])

type Told = { key: string; value: FieldValue; shown: Bilingual; purpose: PurposeKey }

/** Everything kept of one person, in the person's own words: no third person, no worker. */
export async function contentsOf(ctx: Ctx, row: PersonRow) {
  const values = valuesFrom(row, ctx.vault, sealedKeys)
  const fields = catalogue
    .filter((field) => !OTHERS.has(field.key) && isFilled(values[field.key]))
    .map((field) => told(field, values[field.key] ?? null))
  return {
    person: {
      id: row.id,
      status: row.status,
      idStatus: row.id_status,
      recordedAt: row.created_at,
      changedAt: row.updated_at,
    },
    fields,
    ...(await besides(ctx, row)),
    affiliations: (await listAffiliations(ctx, { id: row.id })).items.map((one) => ({
      kind: one.kind,
      unit: one.unitName,
      place: one.placeName,
      address: one.address,
      from: one.from,
      to: one.to,
      note: one.note,
    })),
    changes: await changesOf(ctx, row),
    consents: (await consentsOf(ctx, row.id)).map(({ purpose, givenBy, way, givenAt, withdrawnBy, withdrawnAt }) => ({
      purpose,
      givenBy,
      way,
      givenAt,
      withdrawnBy,
      withdrawnAt,
      about: purposeWords(purpose),
    })),
  }
}

export type Contents = Awaited<ReturnType<typeof contentsOf>>

function isFilled(value: FieldValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function told(field: Field, value: FieldValue): Told {
  const shown = { zh: showValue(field, value, 'zh'), en: showValue(field, value, 'en') }
  return { key: field.key, value, shown, purpose: purposeOfField.get(field.key) ?? 'identify' }
}

function purposeWords(key: PurposeKey): Bilingual {
  const { zh, en } = purposeOf(key)
  return { zh, en }
}

type Beside = {
  phones: { number: string; label: string }[]
  relations: { as: 'contact' | 'family'; relation: string }[]
  events: { kind: string; on: string | null; at: string }[]
  corrections: { status: string; fields: string[]; at: string; values: string }[]
  erasures: { status: string; ground: string; at: string }[]
  files: { kind: string; bytes: number; at: string }[]
}

/** Telephones whole, because they are the person's; of contacts and family only how they are related. */
async function besides(ctx: Ctx, row: PersonRow) {
  const own = sql`x.county = ${row.county} and x.person_id = ${row.id}::uuid`
  const all = (columns: ReturnType<typeof sql>, from: ReturnType<typeof sql>) =>
    sql`(select coalesce(json_agg(${columns}), '[]') from ${from} where ${own})`
  const found = await sql<Beside>`select
    ${all(sql`json_build_object('number', encode(x.number_sealed, 'base64'), 'label', x.label) order by x.position`, sql`person_phone x`)} as phones,
    ${all(sql`json_build_object('as', x.as, 'relation', x.relation)`, sql`(select county, person_id, 'contact' as as, relation from person_contact union all select county, person_id, 'family', relation from family_member) x`)} as relations,
    ${all(sql`json_build_object('kind', x.kind, 'on', x.happened_on, 'at', x.at) order by x.at`, sql`person_event x`)} as events,
    ${all(sql`json_build_object('status', x.status, 'fields', x.fields, 'at', x.requested_at, 'values', encode(x.values_sealed, 'base64')) order by x.requested_at`, sql`correction_request x`)} as corrections,
    ${all(sql`json_build_object('status', x.status, 'ground', x.ground, 'at', x.requested_at) order by x.requested_at`, sql`erasure x`)} as erasures,
    ${all(sql`json_build_object('kind', x.kind, 'bytes', f.byte_count, 'at', x.at) order by x.at`, sql`person_file x join stored_file f on f.county = x.county and f.id = x.file_id`)} as files`.execute(
    ctx.db,
  )
  const [beside] = found.rows
  if (!beside) throw new Error('a select without a table always answers with one row')
  const bytes = (text: string) => Buffer.from(text, 'base64')
  return {
    ...beside,
    tags: row.tags,
    phones: beside.phones.map((phone) => ({ ...phone, number: ctx.vault.of(row.secret).open(bytes(phone.number)) })),
    relations: beside.relations.map((one) => ({ ...one, shown: relationWords(one.relation) })),
    events: beside.events.map((event) => ({
      ...event,
      shown: eventWords[event.kind] ?? { zh: event.kind, en: event.kind },
    })),
    corrections: beside.corrections.map(({ values, ...one }) => ({
      ...one,
      values: withoutOthers(JSON.parse(ctx.vault.open(bytes(values))) as Record<string, FieldValue>), // sealed when it was proposed
    })),
  }
}

function withoutOthers(values: Record<string, FieldValue>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !OTHERS.has(key)))
}

function relationWords(code: string): Bilingual {
  return { zh: wordOf(familyRelationCodes, code, 'zh'), en: wordOf(familyRelationCodes, code, 'en') }
}

async function changesOf(ctx: Ctx, row: PersonRow) {
  const rows = await ctx.db
    .selectFrom('person_change')
    .select(['at', 'field', 'old_value', 'new_value', 'is_sealed', 'cause'])
    .where('county', '=', row.county)
    .where('person_id', '=', row.id)
    .orderBy('at')
    .orderBy('field')
    .execute()
  const open = (stored: string | null, isSealed: boolean): FieldValue => {
    if (stored === null) return null
    if (isSealed) return ctx.vault.of(row.secret).open(Buffer.from(stored, 'base64'))
    return JSON.parse(stored) as FieldValue // the history keeps field values as they were
  }
  return rows
    .filter((change) => !OTHERS.has(change.field))
    .map((change) => ({
      at: change.at,
      field: change.field,
      name: nameOf(change.field),
      from: open(change.old_value, change.is_sealed),
      to: open(change.new_value, change.is_sealed),
    }))
}

function nameOf(key: string): Bilingual {
  const field = fieldOf(key)
  return field ? { zh: field.zh, en: field.en } : (listWords[key] ?? { zh: key, en: key })
}
