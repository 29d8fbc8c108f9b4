import { sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { rowsOf } from '#platform/scope.ts'
import { mayManage } from '../policy.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract
type Row = Omit<Output<Doors['listProposals']>['items'][number], 'can'>

async function listProposals(
  ctx: Ctx,
  { under, least }: Input<Doors['listProposals']>,
): Promise<Output<Doors['listProposals']>> {
  const range = under ? placeRange(under) : null
  const { rows } = await sql<Row>`
    with likes as (
      select p.place_code / 10000000 * 10000000 as community, i.interest, count(*)::int as people
        from person p cross join unnest(p.interests) i (interest)
       where p.county = ${ctx.actor.county} and p.status = 'living' and p.place_code is not null and ${rowsOf(ctx.actor, 'p')}
         ${range ? sql`and p.place_code between ${range.lo}::bigint and ${range.hi}::bigint` : sql``}
       group by 1, 2 having count(*) >= ${least}
    )
    select l.interest, c.code as "placeCode", c.short as place, l.people,
           (select g.name from activity_group g where g.county = ${ctx.actor.county} and g.closed_on is null and l.interest = any(g.interests)
              order by g.place_code / 10000000000 = l.community / 10000000000 desc, g.name limit 1) as wider
      from likes l join place c on c.county = ${ctx.actor.county} and c.code = l.community and c.level = 'community'
     where not exists (select from activity_group g where g.county = ${ctx.actor.county} and g.closed_on is null
              and l.interest = any(g.interests) and g.place_code / 10000000 * 10000000 = l.community)
     order by l.people desc, c.code, l.interest limit 500`.execute(ctx.db)
  const items = rows.map((row) => ({ ...row, can: { found: mayManage(ctx.actor, row.placeCode) } }))
  return { items, total: items.length }
}

export const service: Service<Doors> = { listProposals }
