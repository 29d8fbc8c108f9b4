import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from './contract.ts'

type Asked = (typeof contract)['readPrivacyWaiting']

export async function readPrivacyWaiting(ctx: Ctx, _input: Input<Asked>): Promise<Output<Asked>> {
  const { county, accounts, permissions } = ctx.actor
  if (!permissions.has('people.approve')) return { corrections: 0, erasures: 0 }
  const open = (table: string, status: string) => sql`
    (select count(*)::int from ${sql.table(table)} r join person p on p.county = r.county and p.id = r.person_id and ${rowsOf(ctx.actor, 'p')}
      where r.county = ${county} and r.status = ${status} and (r.requested_by is null or r.requested_by <> all (${accounts}::uuid[])))`
  const found = await sql<Output<Asked>>`
    select ${open('correction_request', 'proposed')} as corrections, ${open('erasure', 'requested')} as erasures`.execute(
    ctx.db,
  )
  return found.rows[0] ?? { corrections: 0, erasures: 0 }
}
