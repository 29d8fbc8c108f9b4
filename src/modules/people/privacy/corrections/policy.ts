import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'

export type RequestRow = {
  id: string
  person_id: string
  name: string | null
  section: string
  fields: string[]
  base_version: number
  values_sealed: Buffer
  before_sealed: Buffer
  reason_sealed: Buffer
  asked_by: string
  asker_sealed: Buffer | null
  evidence_file_id: string | null
  status: string
  requested_by: string
  requester: string | null
  requested_at: string
  decided_by: string | null
  decider: string | null
  decided_at: string | null
  decision_sealed: Buffer | null
}

/** The requests one may look at: about people of one's own area, and one's own about anybody; of those only what one wrote. */
export function requestsFor(ctx: Ctx) {
  const { county, accountId } = ctx.actor
  return sql<RequestRow>`
    select r.*, p.name, a.name as requester, d.name as decider
      from correction_request r
      left join person p on p.county = r.county and p.id = r.person_id and ${rowsOf(ctx.actor, 'p')}
      left join account a on a.county = r.county and a.id = r.requested_by
      left join account d on d.county = r.county and d.id = r.decided_by
     where r.county = ${county} and (p.id is not null or r.requested_by = ${accountId}::uuid)`
}

export async function loadRequest(ctx: Ctx, id: string): Promise<RequestRow> {
  const found = await sql<RequestRow>`select x.* from (${requestsFor(ctx)}) x where x.id = ${id}::uuid`.execute(ctx.db)
  const [row] = found.rows
  ensure(row, notFound)
  return row
}

export async function lockRequest(ctx: Ctx, id: string): Promise<RequestRow> {
  await sql`select 1 from correction_request where county = ${ctx.actor.county} and id = ${id}::uuid for update`.execute(
    ctx.db,
  )
  return loadRequest(ctx, id)
}
