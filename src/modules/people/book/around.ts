import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { type Columns, phoneDigits, phonePurpose } from './row.ts'

export type Phone = { number: string; label: string }
export type Contact = { relation: string; name: string; landline: string | null; mobile: string | null }
export type Relative = {
  id?: string | undefined
  relation: string
  name: string
  birthOn: string | null
  isLiving: boolean | null
  workUnit: string | null
  health: string | null
  phone: string | null
  subsidyCents: number | null
  linkedPersonId: string | null
  note: string | null
}

const sealed = (ctx: Ctx, number: string | null) => (number ? ctx.vault.seal(number) : null)

export function phoneRows(ctx: Ctx, personId: string, phones: readonly Phone[]): Columns[] {
  return phones.map((phone, position) => ({
    county: ctx.actor.county,
    person_id: personId,
    position: position + 1,
    number_sealed: ctx.vault.seal(phone.number),
    number_index: ctx.vault.index(phonePurpose, phoneDigits(phone.number)),
    number_tail: phone.number.slice(-2),
    label: phone.label,
  }))
}

export function contactRows(ctx: Ctx, personId: string, contacts: readonly Contact[]): Columns[] {
  return contacts.map(({ relation, name, landline, mobile }, position) => ({
    county: ctx.actor.county,
    person_id: personId,
    position: position + 1,
    relation,
    name,
    landline_sealed: sealed(ctx, landline),
    mobile_sealed: sealed(ctx, mobile),
    mobile_index: mobile ? ctx.vault.index(phonePurpose, phoneDigits(mobile)) : null,
  }))
}

/** A member without an id of this person is a new one. */
export function familyRows(ctx: Ctx, personId: string, family: readonly Relative[]): Columns[] {
  return family.map((member) => ({
    county: ctx.actor.county,
    id: member.id ?? newId(ctx.now.getTime()),
    person_id: personId,
    relation: member.relation,
    name: member.name,
    birth_on: member.birthOn,
    is_living: member.isLiving,
    work_unit: member.workUnit,
    health: member.health,
    phone_sealed: sealed(ctx, member.phone),
    subsidy_cents: member.subsidyCents,
    linked_person_id: member.linkedPersonId,
    note: member.note,
  }))
}
