import { ancestorsOf } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type PersonRow, sealedKeys, sectionStates, valuesFrom } from '../../book/index.ts'
import { idBirth, idGender } from '../../codes/index.ts'
import { fieldsOf, sectionKeys } from '../../fields/index.ts'
import { loadPerson } from '../../policy.ts'
import { type contract, listSections } from '../contract.ts'
import { ageOf, contradictions, periodOf } from '../rules.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** One person, whole. What the reader may not see is cut on the way out, by the contract's classes. */
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
    missing: row.missing,
    tags: row.tags,
    sections: sectionsOf(row, values),
    updatedAt: row.updated_at,
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
  }
}

async function around(ctx: Ctx, row: PersonRow) {
  const of = { county: row.county, person_id: row.id }
  const open = (sealed: Uint8Array | null) => (sealed ? ctx.vault.open(sealed) : null)
  const phones = await ctx.db
    .selectFrom('person_phone')
    .selectAll()
    .where((eb) => eb.and(of))
    .orderBy('position')
    .execute()
  const contacts = await ctx.db
    .selectFrom('person_contact')
    .selectAll()
    .where((eb) => eb.and(of))
    .orderBy('position')
    .execute()
  const family = await ctx.db
    .selectFrom('family_member')
    .selectAll()
    .where((eb) => eb.and(of))
    .orderBy('relation')
    .execute()
  return {
    phones: phones.map((phone) => ({ number: ctx.vault.open(phone.number_sealed), label: phone.label as '本人' })), // the column's check is the contract's list
    contacts: contacts.map((contact) => ({
      relation: contact.relation,
      name: contact.name,
      landline: open(contact.landline_sealed),
      mobile: open(contact.mobile_sealed),
    })),
    family: family.map((member) => ({
      id: member.id,
      relation: member.relation,
      name: member.name,
      birthOn: member.birth_on,
      isLiving: member.is_living,
      workUnit: member.work_unit,
      health: member.health,
      phone: open(member.phone_sealed),
      subsidyCents: member.subsidy_cents,
      linkedPersonId: member.linked_person_id,
      note: member.note,
    })),
    place: await placeOf(ctx, row),
    unit: await unitOf(ctx, row.unit_id),
    managingUnit: await unitOf(ctx, row.managing_unit_id),
  }
}

async function unitOf(ctx: Ctx, id: string | null) {
  if (!id) return null
  const unit = await ctx.db
    .selectFrom('unit')
    .select(['id', 'name', 'status'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .executeTakeFirst()
  return unit ?? null
}

/** The place with everything above it: a code's ancestors are its own beginnings, filled up with zeros. */
async function placeOf(ctx: Ctx, row: PersonRow) {
  if (!row.place_code) return null
  const codes = [...ancestorsOf(row.place_code), row.place_code]
  const found = await ctx.db
    .selectFrom('place')
    .select(['code', 'short'])
    .where('county', '=', row.county)
    .where('code', 'in', codes)
    .orderBy('code')
    .execute()
  const path = found.map((place) => place.short)
  return { code: row.place_code, name: path.at(-1) ?? row.place_code, path }
}
