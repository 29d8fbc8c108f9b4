import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import type { PersonRow } from '../../book/index.ts'
import { type ErasureGround, type KeepReason, keptBecause } from './rules.ts'

export type ErasureRow = {
  id: string
  person_id: string
  people: string[]
  ground: ErasureGround
  asked_by: string
  reason_sealed: Buffer | null
  name_sealed: Buffer | null
  status: string
  kept_because: KeepReason[]
  /** What the records were before they were restricted. */
  standing: ({ id: string } & Stands)[]
  requested_by: string | null
  requester: string | null
  requested_at: string
  decided_by: string | null
  decider: string | null
  decided_at: string | null
  is_seen: boolean
}

/** Requests about people of one's own area, one's own, and for those who decide also what is out of sight by now. */
export function erasuresFor(ctx: Ctx) {
  const { county, accountId, permissions, scope } = ctx.actor
  const seesHidden = permissions.has('people.approve') && scope.all
  return sql<ErasureRow>`
    select e.*, a.name as requester, d.name as decider, p.id is not null as is_seen
      from erasure e
      left join person p on p.county = e.county and p.id = e.person_id and ${rowsOf(ctx.actor, 'p')}
      left join account a on a.county = e.county and a.id = e.requested_by
      left join account d on d.county = e.county and d.id = e.decided_by
     where e.county = ${county} and (p.id is not null or ${seesHidden}::boolean or e.requested_by = ${accountId}::uuid)`
}

export async function lockErasure(ctx: Ctx, id: string): Promise<ErasureRow> {
  await sql`select 1 from erasure where county = ${ctx.actor.county} and id = ${id}::uuid for update`.execute(ctx.db)
  const found = await sql<ErasureRow>`select x.* from (${erasuresFor(ctx)}) x where x.id = ${id}::uuid`.execute(ctx.db)
  const [row] = found.rows
  ensure(row, notFound)
  return row
}

export type Stands = Pick<PersonRow, 'status' | 'kind' | 'died_on' | 'bereavement_paid_on'>

/** What law keeps the record for, today. */
export function keepsToday(ctx: Ctx, row: Stands, ground: ErasureGround): KeepReason[] {
  return keptBecause({
    ground,
    status: row.status,
    kind: row.kind,
    diedOn: row.died_on,
    bereavementPaidOn: row.bereavement_paid_on,
    today: officeDay(ctx.now),
  })
}
