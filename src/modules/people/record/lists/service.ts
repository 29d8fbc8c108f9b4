import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import {
  bump,
  completenessOf,
  contactRows,
  familyRows,
  holdsId,
  insertRows,
  noteChange,
  type PersonRow,
  phoneRows,
  requiredFields,
  sealedKeys,
  sectionStates,
  valuesFrom,
} from '../../book/index.ts'
import { loadForChange, loadPerson } from '../../policy.ts'
import type { contract } from '../contract.ts'
import { ensureVersion } from '../service.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** Replaces the telephones of a person. History keeps how many there were, never the numbers. */
export async function changePhones(ctx: Ctx, input: In<'changePhones'>): Out<'changePhones'> {
  const row = await loadForChange(ctx, input.id)
  ensureVersion(ctx, row, { section: 'phones', version: input.version })
  const old = await ctx.db
    .deleteFrom('person_phone')
    .where('county', '=', row.county)
    .where('person_id', '=', row.id)
    .returning('position')
    .execute()
  await insertRows(ctx, 'person_phone', phoneRows(ctx, row, input.phones))
  return { version: await finish(ctx, row, { section: 'phones', from: old.length, to: input.phones.length }) }
}

export async function changeContacts(ctx: Ctx, input: In<'changeContacts'>): Out<'changeContacts'> {
  const row = await loadForChange(ctx, input.id)
  ensureVersion(ctx, row, { section: 'contacts', version: input.version })
  const old = await ctx.db
    .deleteFrom('person_contact')
    .where('county', '=', row.county)
    .where('person_id', '=', row.id)
    .returning('position')
    .execute()
  await insertRows(ctx, 'person_contact', contactRows(ctx, row, input.contacts))
  return { version: await finish(ctx, row, { section: 'contacts', from: old.length, to: input.contacts.length }) }
}

export async function changeFamily(ctx: Ctx, input: In<'changeFamily'>): Out<'changeFamily'> {
  const row = await loadForChange(ctx, input.id)
  ensureVersion(ctx, row, { section: 'family', version: input.version })
  for (const member of input.family) if (member.linkedPersonId) await loadPerson(ctx, member.linkedPersonId)
  const old = await ctx.db
    .deleteFrom('family_member')
    .where('county', '=', row.county)
    .where('person_id', '=', row.id)
    .returning(['id', 'health_sealed', 'subsidy_cents'])
    .execute()
  const kept = new Map(old.map((member) => [member.id, member]))
  const own = ctx.vault.of(row.secret)
  const healthOf = (sealed: Uint8Array | null | undefined) => (sealed ? own.open(sealed) : null)
  const isBlind = !ctx.actor.sees.has('restricted')
  const family = input.family.map((member) => {
    const before = member.id ? kept.get(member.id) : undefined
    // What was hidden from the writer came back empty and stays as it was.
    const hidden = isBlind
      ? { health: healthOf(before?.health_sealed), subsidyCents: before?.subsidy_cents ?? null }
      : {}
    return { ...member, ...hidden, id: before?.id }
  })
  await insertRows(ctx, 'family_member', familyRows(ctx, row, family))
  return { version: await finish(ctx, row, { section: 'family', from: old.length, to: family.length }) }
}

async function finish(
  ctx: Ctx,
  row: PersonRow,
  change: { section: string; from: number; to: number },
): Promise<number> {
  const { section } = change
  const states = bump(ctx, row, { keys: [section] })
  const values = valuesFrom(row, ctx.vault, sealedKeys)
  const hasPhone = section === 'phones' ? change.to > 0 : !row.missing.includes('phone')
  const beside = { hasPlace: row.place_code !== null, hasPhone, hasId: holdsId(row) }
  const complete = completenessOf(values, beside, await requiredFields(ctx))
  const at = ctx.now.toISOString()
  await ctx.db
    .updateTable('person')
    .set({ ...complete, sections: JSON.stringify(states), updated_at: at })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute()
  await noteChange(ctx, row, { key: section, from: String(change.from), to: String(change.to), cause: 'edit' })
  ctx.emit({ type: 'people.changed', data: { id: row.id, fields: [section] } })
  return states[section]?.version ?? sectionStates(row)[section]?.version ?? 0
}
