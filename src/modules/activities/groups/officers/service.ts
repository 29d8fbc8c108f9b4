import { sql } from 'kysely'
import { ageOf } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { type GroupRow, loadGroup, lockToKeep } from '../policy.ts'
import { termState } from '../rules.ts'
import { wrongDay } from '../words.ts'
import { candidatesOf, type Known } from './candidates/index.ts'
import type { contract } from './contract.ts'
import { isLeadingCadre, judgePost } from './part-time-posts/index.ts'
import { isTermWell, isWellAttended } from './rules.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Shown = Output<Doors['listOfficers']>
type Election = Input<Doors['holdElection']>

async function listOfficers(ctx: Ctx, { id }: Input<Doors['listOfficers']>): Promise<Shown> {
  await loadGroup(ctx, id)
  const { county } = ctx.actor
  const { rows } = await sql<Omit<Shown['officers'][number], 'age' | 'state'> & { birth: string | null }>`
    select o.id, o.person_id as "personId", p.name, p.birth_on as birth, o.post, o.term, o.from_on as "fromOn", o.until_on as "untilOn",
           o.ended_on as "endedOn", o.reason, o.approval_no as "approvalNo"
      from group_officer o join person p on p.county = o.county and p.id = o.person_id and ${rowsOf(ctx.actor, 'p')}
     where o.county = ${county} and o.group_id = ${id}
     order by o.ended_on desc nulls first, array_position('{head,deputy,secretary,treasurer,council,honorary}', o.post), p.name_sort, o.id`.execute(
    ctx.db,
  )
  const all = await sql<{ count: number }>`
    select count(*)::int as count from group_officer where county = ${county} and group_id = ${id}`.execute(ctx.db)
  const elections = await sql<Omit<Shown['elections'][number], 'isWellAttended'>>`
    select e.id, e.held_on as "heldOn", e.eligible, e.voted, e.note, a.name as by
      from group_election e left join account a on a.county = e.county and a.id = e.by_account
     where e.county = ${county} and e.group_id = ${id} order by e.held_on desc, e.id desc`.execute(ctx.db)
  const today = officeDay(ctx.now)
  return {
    officers: rows.map(({ birth, ...row }) => ({ ...row, age: ageOf(birth, today), state: termState(row, today) })),
    others: (all.rows[0]?.count ?? 0) - rows.length,
    elections: elections.rows.map((row) => ({ ...row, isWellAttended: isWellAttended(row.voted, row.eligible) })),
  }
}

async function judgeCandidate(
  ctx: Ctx,
  { id, personId }: Input<Doors['judgeCandidate']>,
): Promise<Output<Doors['judgeCandidate']>> {
  const group = await loadGroup(ctx, id)
  const [known] = await candidatesOf(ctx, group, { people: [personId], on: officeDay(ctx.now) })
  ensure(known, notFound)
  const { rank, term } = known
  // The approval is asked for by the form, so its lack is no finding yet.
  const findings = judgePost({ ...known, isPaid: false, approvalNo: '-' })
  return { term, isLeadingCadre: group.filing === 'registered' && isLeadingCadre(rank), findings }
}

export async function holdElection(ctx: Ctx, asked: Election): Promise<Output<Doors['holdElection']>> {
  const group = await lockToKeep(ctx, asked.id)
  const { heldOn, untilOn, officers } = asked
  const people = officers.map(({ personId }) => personId)
  ensure(heldOn >= group.founded_on && heldOn <= officeDay(ctx.now), wrongDay)
  ensure(isTermWell(heldOn, untilOn), no.badTerm)
  const heads = officers.filter(({ post }) => post === 'head').length
  ensure(heads === 1 && new Set(people).size === people.length, no.noHead)
  const known = await candidatesOf(ctx, group, { people, on: heldOn })
  ensure(known.length === people.length, notFound)
  const strangers = known.filter(({ isMember }) => !isMember).map(({ name }) => name)
  ensure(strangers.length === 0, () => no.notEligible({ names: strangers.join('、') }))
  const eligible = await ensureVotes(ctx, asked)
  const warnings = judged(asked, known)
  const electionId = await write(ctx, group, { asked, known, eligible })
  ctx.emit({ type: 'groups.elected', data: { id: group.id, electionId } })
  return { electionId, warnings }
}

/** Members on the day of the election; refuses more votes than that, and a day before a later election. */
async function ensureVotes(ctx: Ctx, { id, heldOn, voted }: Election): Promise<number> {
  const { rows } = await sql<{ eligible: number; isLate: boolean }>`
    select (select count(*)::int from group_member where county = ${ctx.actor.county} and group_id = ${id}
              and joined_on <= ${heldOn} and (left_on is null or left_on > ${heldOn})) as eligible,
           exists (select from group_election where county = ${ctx.actor.county} and group_id = ${id} and held_on >= ${heldOn}) as "isLate"`.execute(
    ctx.db,
  )
  const { eligible = 0, isLate = false } = rows[0] ?? {}
  ensure(!isLate, no.laterElection)
  ensure(voted <= eligible, () => no.tooManyVotes({ eligible }))
  return eligible
}

/** Refuses whom the rule does not let serve, with every reason; what it only warns of is handed back. */
function judged({ officers }: Election, known: readonly Known[]) {
  const all = officers.flatMap(({ personId, isPaid, approvalNo }) => {
    const one = known.find(({ id }) => id === personId)
    return one ? judgePost({ ...one, isPaid, approvalNo }).map((found) => ({ ...found, name: one.name })) : []
  })
  const refused = all.filter(({ weight }) => weight === 'refuse')
  ensure(refused.length === 0, () =>
    no.mayNotServe({
      zh: refused.map(({ name, zh }) => `${name}${zh}`).join('；'),
      en: refused.map(({ name, en }) => `${name}: ${en}`).join('; '),
    }),
  )
  return all.map(({ name, zh, en }) => ({ name, zh, en }))
}

type Written = { asked: Election; known: readonly Known[]; eligible: number }

async function write(ctx: Ctx, group: GroupRow, { asked, known, eligible }: Written): Promise<string> {
  const { heldOn, untilOn, voted, note, officers } = asked
  const [county, id] = [ctx.actor.county, newId(ctx.now.getTime())]
  const stamp = { by_account: ctx.actor.accountId, at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('group_election')
    .values({ county, id, group_id: group.id, held_on: heldOn, eligible, voted, note, ...stamp })
    .execute()
  await sql`update group_officer set ended_on = greatest(from_on, ${heldOn}::date), reason = '换届'
             where county = ${county} and group_id = ${group.id} and ended_on is null`.execute(ctx.db)
  await ctx.db
    .insertInto('group_officer')
    .values(
      officers.map(({ personId, post, isPaid, approvalNo }) => ({
        county,
        id: newId(ctx.now.getTime()),
        group_id: group.id,
        election_id: id,
        person_id: personId,
        post,
        term: known.find((one) => one.id === personId)?.term ?? 1,
        from_on: heldOn,
        until_on: untilOn,
        is_paid: isPaid,
        approval_no: approvalNo,
      })),
    )
    .execute()
  return id
}

async function endTerm(ctx: Ctx, { id, officerId, on, reason }: Input<Doors['endTerm']>): Promise<{ ok: true }> {
  await lockToKeep(ctx, id)
  const officer = await ctx.db
    .selectFrom('group_officer')
    .select(['from_on', 'ended_on', 'person_id'])
    .where('county', '=', ctx.actor.county)
    .where('group_id', '=', id)
    .where('id', '=', officerId)
    .executeTakeFirst()
  ensure(officer, notFound)
  ensure(officer.ended_on === null, no.ended)
  ensure(on >= officer.from_on && on <= officeDay(ctx.now), wrongDay)
  await ctx.db
    .updateTable('group_officer')
    .set({ ended_on: on, reason })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', officerId)
    .execute()
  ctx.emit({ type: 'groups.term_ended', data: { id, officerId } })
  return { ok: true }
}

export const service: Service<Doors> = { listOfficers, judgeCandidate, holdElection, endTerm }
