import { sql } from 'kysely'
import { ageOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { GroupRow } from '../../policy.ts'
import type { Candidate } from '../part-time-posts/index.ts'

export type Known = Omit<Candidate, 'isPaid' | 'approvalNo'> & { id: string; name: string; isMember: boolean }

type Row = {
  id: string
  name: string
  birth: string | null
  rank: string | null
  isMember: boolean
  otherPosts: number
  lastTerm: number
}

/** What the records say of people who may be elected: who they are, what they hold elsewhere, how often they served here in a row. */
export async function candidatesOf(
  ctx: Ctx,
  group: GroupRow,
  { people, on }: { people: readonly string[]; on: string },
): Promise<Known[]> {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.birth_on as birth, least(p.rank, p.rank_treatment) as rank,
           exists (select from group_member m where m.county = p.county and m.group_id = ${group.id} and m.person_id = p.id
              and m.joined_on <= ${on} and (m.left_on is null or m.left_on > ${on})) as "isMember",
           (select count(*)::int from group_officer o join activity_group g on g.county = o.county and g.id = o.group_id
             where o.county = p.county and o.person_id = p.id and o.ended_on is null and o.group_id <> ${group.id}
               and g.filing = 'registered' and g.closed_on is null) as "otherPosts",
           coalesce((select o.term from group_officer o where o.county = p.county and o.group_id = ${group.id} and o.person_id = p.id
              and o.ended_on is null), 0) as "lastTerm"
      from person p
     where p.county = ${ctx.actor.county} and p.id = any(${[...people]}::uuid[]) and p.status = 'living' and ${rowsOf(ctx.actor, 'p')}`.execute(
    ctx.db,
  )
  return rows.map(({ birth, lastTerm, ...row }) => ({
    ...row,
    isRegistered: group.filing === 'registered',
    age: ageOf(birth, on),
    term: lastTerm + 1,
  }))
}
