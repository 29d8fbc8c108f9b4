import { sql } from 'kysely'
import { ancestorsOf } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type PersonRow, sealedKeys, sectionStates, valuesFrom } from '../../book/index.ts'
import { idBirth, idGender } from '../../codes/index.ts'
import { fieldsOf, isLackTold, sectionKeys } from '../../fields/index.ts'
import { loadPerson } from '../../policy.ts'
import { type contract, listSections } from '../contract.ts'
import { ageOf, contradictions, periodOf } from '../rules.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

export async function readPerson(ctx: Ctx, input: In<'readPerson'>): Out<'readPerson'> {
  const row = await loadPerson(ctx, input.id)
  const values = valuesFrom(row, ctx.vault, sealedKeys)
  const id = typeof values.idNumber === 'string' ? values.idNumber : ''
  const living = row.status === 'living' || row.status === 'moved_out'
  return {
    id: row.id,
    status: row.status as 'living', // the column's check allows exactly the contract's four
    mergedInto: row.merged_into,
    name: row.name,
    age: living ? ageOf(row.birth_on, officeDay(ctx.now)) : null,
    lixiuPeriod: periodOf(values),
    idStatus: row.id_status as 'valid', // as above
    flags: contradictions(values, { birthOn: idBirth(id), gender: idGender(id) }),
    completeness: row.completeness,
    missing: row.missing.filter((key) => isLackTold(ctx.actor, key)),
    tags: row.tags,
    sections: sectionsOf(row, values),
    updatedAt: row.updated_at,
    hasPhoto: row.photo_file_id !== null && ctx.actor.sees.has('pi'),
    can: abilities(ctx, row),
    ...(await around(ctx, row)),
  }
}

function sectionsOf(row: PersonRow, values: ReturnType<typeof valuesFrom>) {
  const states = sectionStates(row)
  return [...sectionKeys, ...listSections].map((key) => {
    const state = states[key]
    const fields = listSections.some((name) => name === key) ? [] : fieldsOf(key as (typeof sectionKeys)[number]) // the rest are catalogue sections
    return {
      key,
      version: state?.version ?? 0,
      source: state?.source ?? null,
      verifiedOn: state?.verifiedOn ?? null,
      verifiedBy: state?.verifiedBy ?? null,
      values: Object.fromEntries(fields.map((field) => [field.key, values[field.key] ?? null])),
    }
  })
}

function abilities(ctx: Ctx, row: PersonRow) {
  const may = (permission: string) => ctx.actor.permissions.has(permission) && row.status !== 'merged'
  return {
    change: may('people.write'),
    reveal: may('people.reveal'),
    merge: may('people.merge'),
    recordDeath: may('people.write') && row.status === 'living',
    seePersonal: ctx.actor.sees.has('pi'),
    seeRestricted: ctx.actor.sees.has('restricted'),
  }
}

type Around = {
  phones: { number: string; label: string }[]
  contacts: { relation: string; name: string; landline: string | null; mobile: string | null }[]
  family: Awaited<Out<'readPerson'>>['family']
  units: { id: string; name: string; status: string }[]
  path: string[] | null
}

/** Everything that stands beside the fields, in one statement; sealed numbers travel as base64 and are opened here. */
async function around(ctx: Ctx, row: PersonRow) {
  const of = sql`county = ${row.county} and person_id = ${row.id}`
  const codes = row.place_code ? [...ancestorsOf(row.place_code), row.place_code] : []
  const found = await sql<Around>`select
    (select coalesce(json_agg(json_build_object('number', encode(number_sealed, 'base64'), 'label', label) order by position), '[]') from person_phone where ${of}) as phones,
    (select coalesce(json_agg(json_build_object('relation', relation, 'name', name, 'landline', encode(landline_sealed, 'base64'),
        'mobile', encode(mobile_sealed, 'base64')) order by position), '[]') from person_contact where ${of}) as contacts,
    (select coalesce(json_agg(json_build_object('id', id, 'relation', relation, 'name', name, 'birthOn', birth_on, 'isLiving', is_living, 'workUnit', work_unit,
        'health', encode(health_sealed, 'base64'), 'phone', encode(phone_sealed, 'base64'), 'subsidyCents', subsidy_cents, 'linkedPersonId', linked_person_id, 'note', encode(note_sealed, 'base64')) order by relation, id), '[]')
       from family_member where ${of}) as family,
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'status', status)), '[]') from unit where county = ${row.county} and id in (${row.unit_id}::uuid, ${row.managing_unit_id}::uuid)) as units,
    (select array_agg(short order by code) from place where county = ${row.county} and code = any(${codes}::bigint[])) as path`.execute(
    ctx.db,
  )
  const [beside] = found.rows
  if (!beside) throw new Error('a select without a table always answers with one row')
  const own = ctx.vault.of(row.secret)
  const open = (sealed: string | null) => (sealed ? own.open(Buffer.from(sealed, 'base64')) : null)
  const unitOf = (id: string | null) => beside.units.find((unit) => unit.id === id) ?? null
  return {
    phones: beside.phones.map((phone) => ({ number: open(phone.number) ?? '', label: phone.label as '本人' })), // the column's check is the contract's list
    contacts: beside.contacts.map((contact) => ({
      ...contact,
      landline: open(contact.landline),
      mobile: open(contact.mobile),
    })),
    family: beside.family.map((member) => ({
      ...member,
      phone: open(member.phone),
      health: open(member.health),
      note: open(member.note),
    })),
    place: row.place_code
      ? { code: row.place_code, name: beside.path?.at(-1) ?? row.place_code, path: beside.path ?? [] }
      : null,
    unit: unitOf(row.unit_id),
    managingUnit: unitOf(row.managing_unit_id),
  }
}
