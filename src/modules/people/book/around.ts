import type { Vault } from '#platform/crypto/index.ts'
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

/** Whom rows hang on: what is sealed in them opens with this person's secret alone. */
export type Owner = { id: string; secret: Uint8Array | null }

const sealed = (vault: Vault, text: string | null) => (text ? vault.seal(text) : null)

export function phoneRows(ctx: Ctx, owner: Owner, phones: readonly Phone[]): Columns[] {
  const own = ctx.vault.of(owner.secret)
  return phones.map((phone, position) => ({
    county: ctx.actor.county,
    person_id: owner.id,
    position: position + 1,
    number_sealed: own.seal(phone.number),
    number_index: ctx.vault.index(phonePurpose, phoneDigits(phone.number)),
    label: phone.label,
  }))
}

export function contactRows(ctx: Ctx, owner: Owner, contacts: readonly Contact[]): Columns[] {
  const own = ctx.vault.of(owner.secret)
  return contacts.map(({ relation, name, landline, mobile }, position) => ({
    county: ctx.actor.county,
    person_id: owner.id,
    position: position + 1,
    relation,
    name,
    landline_sealed: sealed(own, landline),
    mobile_sealed: sealed(own, mobile),
    mobile_index: mobile ? ctx.vault.index(phonePurpose, phoneDigits(mobile)) : null,
  }))
}

/** A member without an id of this person is a new one. */
export function familyRows(ctx: Ctx, owner: Owner, family: readonly Relative[]): Columns[] {
  const own = ctx.vault.of(owner.secret)
  return family.map((member) => ({
    county: ctx.actor.county,
    id: member.id ?? newId(ctx.now.getTime()),
    person_id: owner.id,
    relation: member.relation,
    name: member.name,
    birth_on: member.birthOn,
    is_living: member.isLiving,
    work_unit: member.workUnit,
    health_sealed: sealed(own, member.health),
    phone_sealed: sealed(own, member.phone),
    subsidy_cents: member.subsidyCents,
    linked_person_id: member.linkedPersonId,
    note_sealed: sealed(own, member.note),
  }))
}
