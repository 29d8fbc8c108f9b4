import { sql } from 'kysely'
import { tell } from '#modules/messages/index.ts'
import { ageOf } from '#modules/people/index.ts'
import { placeRange } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { loadGroup, lockToKeep } from '../policy.ts'
import { closed, wrongDay } from '../words.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Members = Output<Doors['listMembers']>

async function listMembers(ctx: Ctx, { id }: Input<Doors['listMembers']>): Promise<Members> {
  await loadGroup(ctx, id)
  const { rows } = await sql<Omit<Members['items'][number], 'age'> & { birth: string | null }>`
    select m.id, m.person_id as "personId", p.name, c.short as community, p.birth_on as birth, m.joined_on as "joinedOn",
           m.left_on as "leftOn", m.reason, m.on_behalf as "onBehalf", a.name as by
      from group_member m
      join person p on p.county = m.county and p.id = m.person_id and ${rowsOf(ctx.actor, 'p')}
      left join place c on c.county = p.county and c.code = p.place_code / 10000000 * 10000000
      left join account a on a.county = m.county and a.id = m.by_account
     where m.county = ${ctx.actor.county} and m.group_id = ${id}
     order by m.left_on desc nulls first, p.name_sort, p.name, m.id`.execute(ctx.db)
  const all = await ctx.db
    .selectFrom('group_member')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('county', '=', ctx.actor.county)
    .where('group_id', '=', id)
    .executeTakeFirstOrThrow()
  const today = officeDay(ctx.now)
  const items = rows.map(({ birth, ...row }) => ({ ...row, age: ageOf(birth, today) }))
  return { items, others: all.count - items.length }
}

/** A group takes people of anywhere; who signs them on looks after them. */
async function personOf(ctx: Ctx, personId: string): Promise<{ status: string }> {
  const person = await ctx.db
    .selectFrom('person')
    .select('status')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', personId)
    .where(rowsOf(ctx.actor, 'person'))
    .executeTakeFirst()
  ensure(person, notFound)
  return person
}

export async function joinGroup(
  ctx: Ctx,
  { id, personId, on, onBehalf }: Input<Doors['joinGroup']>,
): Promise<Output<Doors['joinGroup']>> {
  const group = await loadGroup(ctx, id, true)
  ensure(group.closed_on === null, () => closed({ name: group.name }))
  ensure((await personOf(ctx, personId)).status === 'living', no.notLiving)
  ensure(on >= group.founded_on && on <= officeDay(ctx.now), wrongDay)
  const [county, memberId] = [ctx.actor.county, newId(ctx.now.getTime())]
  const former = await ctx.db
    .selectFrom('group_member')
    .select(['id', 'left_on'])
    .where('county', '=', county)
    .where('group_id', '=', id)
    .where('person_id', '=', personId)
    .orderBy(sql`left_on desc nulls first`)
    .executeTakeFirst()
  ensure(!former || former.left_on !== null, no.memberBefore)
  ensure(!former?.left_on || former.left_on <= on, wrongDay)
  await ctx.db
    .insertInto('group_member')
    .values({
      county,
      id: memberId,
      group_id: id,
      person_id: personId,
      joined_on: on,
      on_behalf: onBehalf,
      by_account: ctx.actor.accountId,
      at: ctx.now.toISOString(),
    })
    .execute()
  ctx.emit({ type: 'groups.joined', data: { id, personId } })
  return { memberId }
}

async function leaveGroup(ctx: Ctx, { id, memberId, on, reason }: Input<Doors['leaveGroup']>): Promise<{ ok: true }> {
  await loadGroup(ctx, id, true)
  const member = await ctx.db
    .selectFrom('group_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.county', '=', 'm.county').onRef('p.id', '=', 'm.person_id'))
    .select(['m.person_id', 'm.joined_on', 'm.left_on'])
    .where('m.county', '=', ctx.actor.county)
    .where('m.group_id', '=', id)
    .where('m.id', '=', memberId)
    .where(rowsOf(ctx.actor, 'p'))
    .executeTakeFirst()
  ensure(member, notFound)
  ensure(member.left_on === null, no.notMember)
  ensure(on >= member.joined_on && on <= officeDay(ctx.now), wrongDay)
  const posts = await ctx.db
    .selectFrom('group_officer')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('group_id', '=', id)
    .where('person_id', '=', member.person_id)
    .where('ended_on', 'is', null)
    .execute()
  ensure(posts.length === 0, no.stillOfficer)
  await ctx.db
    .updateTable('group_member')
    .set({ left_on: on, reason })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', memberId)
    .execute()
  ctx.emit({ type: 'groups.left', data: { id, personId: member.person_id } })
  return { ok: true }
}

async function inviteByInterest(
  ctx: Ctx,
  { id }: Input<Doors['inviteByInterest']>,
): Promise<Output<Doors['inviteByInterest']>> {
  const group = await lockToKeep(ctx, id)
  const { lo, hi } = placeRange(group.place_code)
  const { rows } = await sql<{ id: string }>`
    select p.id from person p
     where p.county = ${ctx.actor.county} and p.status = 'living' and ${rowsOf(ctx.actor, 'p')}
       and p.place_code between ${lo}::bigint and ${hi}::bigint and p.interests && ${group.interests}::text[]
       and not exists (select from group_member m
            where m.county = p.county and m.group_id = ${id} and m.person_id = p.id and m.left_on is null)`.execute(
    ctx.db,
  )
  ensure(rows.length, no.nobodyToInvite)
  const told = await tell(ctx, {
    personIds: rows.map((row) => row.id),
    template: 'group.proposed',
    values: { group: group.name },
    key: `group-invitation:${id}`,
  })
  return { sms: told.waiting, paper: told.toPrint, withheld: told.withheld }
}

export const service: Service<Doors> = { listMembers, joinGroup, leaveGroup, inviteByInterest }
