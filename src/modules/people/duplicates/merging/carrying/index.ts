import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { readDays } from '../../../affiliations/rules.ts'
import { contactsToCarry, happeningsToCarry, phonesToCarry, relativesToCarry, tiesToCarry } from '../rules.ts'
import type { Snapshot, Whole } from '../snapshot/index.ts'

type Two = { keptId: string; kept: Whole; absorbed: Whole }
export type Carried = Pick<Snapshot, 'changedLists' | 'filledHome' | 'left'> & {
  added: Omit<Snapshot['added'], 'tags'>
}

/** Everything is copied and the absorbed record left as it was, with its own history: taking a merge back is taking the copies away. */
export async function carryOver(ctx: Ctx, two: Two): Promise<Carried> {
  const { keptId, kept, absorbed } = two
  const phones = phonesToCarry(kept.phones, absorbed.phones)
  const lastPhone = Math.max(0, ...kept.phones.map(({ position }) => position))
  const contacts = contactsToCarry(kept.contacts, absorbed.contacts)
  const free = [1, 2, 3, 4].filter((position) => !kept.contacts.some((one) => one.position === position))
  const family = relativesToCarry(kept.family, absorbed.family).map((one) => ({
    ...one,
    linked_person_id: one.linked_person_id === keptId ? null : one.linked_person_id,
  }))
  const place = { person_id: keptId }
  await copyRows(
    ctx,
    'person_phone',
    phones.map((phone, at) => ({ ...phone, ...place, position: lastPhone + at + 1 })),
  )
  await copyRows(
    ctx,
    'person_contact',
    contacts.carried.map((one, at) => ({ ...one, ...place, position: free[at] })),
  )
  const ties = await carryTies(ctx, two)
  const lists = { phones: phones.length, contacts: contacts.carried.length, family: family.length }
  return {
    added: {
      family: await copyAsNew(
        ctx,
        'family_member',
        family.map((one) => ({ ...one, ...place })),
      ),
      affiliations: ties.added,
      ...(await carryHistory(ctx, two)),
    },
    changedLists: Object.entries(lists).flatMap(([key, count]) => (count ? [key] : [])),
    filledHome: ties.filledHome,
    left: { affiliations: ties.left, contacts: contacts.left.length },
  }
}

async function carryTies(
  ctx: Ctx,
  { keptId, kept, absorbed }: Two,
): Promise<Pick<Carried, 'filledHome'> & { added: string[]; left: string[] }> {
  const withDays = (whole: Whole) => whole.affiliations.map((tie) => ({ ...tie, days: readDays(tie.during) }))
  const plan = tiesToCarry(withDays(kept), withDays(absorbed))
  const rows = plan.carried.map(({ days: _days, ...tie }) => ({ ...tie, person_id: keptId }))
  const filled = plan.filled && kept.affiliations.find(({ id }) => id === plan.filled?.id)
  if (plan.filled && filled)
    await ctx.db
      .updateTable('affiliation')
      .set({ place_code: plan.filled.from.place_code, address: filled.address ?? plan.filled.from.address })
      .where('county', '=', ctx.actor.county)
      .where('id', '=', filled.id)
      .execute()
  return {
    added: await copyAsNew(ctx, 'affiliation', rows),
    left: plan.left.map(({ id }) => id),
    filledHome:
      plan.filled && filled
        ? { id: filled.id, place: plan.filled.from.place_code ?? '', address: filled.address }
        : null,
  }
}

const CAUSE = 'absorbed:'

/** Both histories stay. What comes from the absorbed record says so, and is not taken for an act on the kept one. */
async function carryHistory(
  ctx: Ctx,
  { keptId, kept, absorbed }: Two,
): Promise<{ events: string[]; changes: string[] }> {
  const events = happeningsToCarry(kept.events, absorbed.events).map((event) => ({
    ...event,
    person_id: keptId,
    detail: { ...event.detail, absorbed: absorbed.person.id },
  }))
  const changes = absorbed.changes.map((change) => ({
    ...change,
    person_id: keptId,
    cause: change.cause.startsWith(CAUSE) ? change.cause : CAUSE + change.cause,
  }))
  return {
    events: await copyAsNew(ctx, 'person_event', events),
    changes: await copyAsNew(ctx, 'person_change', changes),
  }
}

type Table = 'person_phone' | 'person_contact' | 'family_member' | 'affiliation' | 'person_event' | 'person_change'

/** Rows as a snapshot holds them, written in one statement: PostgreSQL reads each column by the table's own types. */
export async function copyRows(ctx: Ctx, table: Table, rows: readonly object[]): Promise<void> {
  if (!rows.length) return
  await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    ctx.db,
  )
}

async function copyAsNew(ctx: Ctx, table: Table, rows: readonly object[]): Promise<string[]> {
  const fresh = rows.map((row) => ({ ...row, id: newId(ctx.now.getTime()) }))
  await copyRows(ctx, table, fresh)
  return fresh.map(({ id }) => id)
}

export async function relink(
  ctx: Ctx,
  { from, to, ids }: { from: string; to: string; ids?: string[] },
): Promise<string[]> {
  const linked = await ctx.db
    .updateTable('family_member')
    .set({ linked_person_id: to })
    .where('county', '=', ctx.actor.county)
    .where('linked_person_id', '=', from)
    .where('person_id', 'not in', [from, to])
    .where((eb) => (ids ? eb('id', '=', sql<string>`any(${ids}::uuid[])`) : eb.lit(true)))
    .returning('id')
    .execute()
  return linked.map((member) => member.id)
}
