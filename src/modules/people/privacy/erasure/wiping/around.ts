import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { phoneDigits } from '../../../book/index.ts'
import type { Marks } from './marks.ts'

const GONE = '已删除'

/** What stands beside the record, and where other people's records name the person. */
export async function wipeAround(ctx: Ctx, people: readonly string[], marks: Marks): Promise<void> {
  const { county } = ctx.actor
  const ids = sql`any(${people}::uuid[])`
  for (const table of ['person_phone', 'person_contact', 'affiliation'])
    await sql`delete from ${sql.table(table)} where county = ${county} and person_id = ${ids}`.execute(ctx.db)
  await sql`delete from duplicate_pair where county = ${county} and (first_id = ${ids} or second_id = ${ids})`.execute(
    ctx.db,
  )
  await sql`delete from person_merge where county = ${county} and (kept_id = ${ids} or absorbed_id = ${ids})`.execute(
    ctx.db,
  )
  // The annual tables fold over the kinds and years of events; whose they were is nobody's.
  await sql`update person_event set detail = '{}', happened_on = left(happened_on, 4) where county = ${county} and person_id = ${ids}`.execute(
    ctx.db,
  )
  await sql`update person_change set old_value = null, new_value = null where county = ${county} and person_id = ${ids}`.execute(
    ctx.db,
  )
  await sql`update outbox set data = data - 'on' where county = ${county} and data ->> 'id' = any(${people}::text[])`.execute(
    ctx.db,
  )
  await sql`delete from person_contact where county = ${county} and mobile_index = any(${marks.phoneIndexes}::bytea[])`.execute(
    ctx.db,
  )
  await wipeFamily(ctx, people, marks)
  await dropViews(ctx, marks)
  await wipeDisclosures(ctx, people, marks)
}

async function wipeFamily(ctx: Ctx, people: readonly string[], marks: Marks): Promise<void> {
  const { county } = ctx.actor
  await ctx.db.deleteFrom('family_member').where('county', '=', county).where('person_id', 'in', people).execute()
  const named = await ctx.db
    .selectFrom('family_member as f')
    .innerJoin('person as p', (join) => join.onRef('p.county', '=', 'f.county').onRef('p.id', '=', 'f.person_id'))
    .select(['f.id', 'f.birth_on', 'f.phone_sealed', 'f.linked_person_id', 'p.secret'])
    .where('f.county', '=', county)
    .where((eb) => eb.or([eb('f.linked_person_id', 'in', people), eb('f.name', 'in', marks.names)]))
    .execute()
  const theirs = named.filter((member) => {
    const phone = member.phone_sealed ? phoneDigits(ctx.vault.of(member.secret).open(member.phone_sealed)) : null
    const isLinked = member.linked_person_id !== null && people.includes(member.linked_person_id)
    return isLinked || marks.phones.some((one) => one === phone) || marks.births.some((one) => one === member.birth_on)
  })
  for (const { id } of theirs)
    await sql`update family_member set name = ${GONE}, birth_on = null, is_living = null, work_unit = null, health_sealed = null, phone_sealed = null,
                     subsidy_cents = null, linked_person_id = null, note_sealed = null
               where county = ${county} and id = ${id}::uuid`.execute(ctx.db)
}

/** A saved list that asks for the person by name or number is a note of them. */
async function dropViews(ctx: Ctx, { names, idNumbers, phones }: Marks): Promise<void> {
  const { county } = ctx.actor
  for (const mark of [...names, ...idNumbers, ...phones])
    await sql`delete from saved_view where county = ${county} and (position(${mark} in definition::text) > 0 or position(${mark} in name) > 0)`.execute(
      ctx.db,
    )
}

/** Why somebody looked may name whom; a list that waits to be fetched may hold them, and what it asked for may too. */
async function wipeDisclosures(
  ctx: Ctx,
  people: readonly string[],
  { names, idNumbers, phones }: Marks,
): Promise<void> {
  const { county } = ctx.actor
  await sql`update reveal set note = '' where county = ${county} and person_id = any(${people}::uuid[])`.execute(ctx.db)
  await sql`update people_export set status = 'expired', content_sealed = null, person_ids = null where county = ${county} and status = 'ready'`.execute(
    ctx.db,
  )
  for (const mark of [...people, ...names, ...idNumbers, ...phones])
    await sql`update people_export set question = '{}', purpose = '（已删除）' where county = ${county}
                 and (position(${mark} in question::text) > 0 or position(${mark} in purpose) > 0)`.execute(ctx.db)
}
