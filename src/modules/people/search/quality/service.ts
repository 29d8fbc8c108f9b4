import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isLackTold } from '../../fields/index.ts'
import type { contract } from '../contract.ts'
import { questionSql } from '../question/index.ts'

type Quality = Output<(typeof contract)['readQuality']>

const COMPLETE = 100

/** How good the records in the reader's scope are. Each figure is a question of the list, so it can be opened. */
export async function readQuality(ctx: Ctx, _input: Input<(typeof contract)['readQuality']>): Promise<Quality> {
  const clause = await questionSql(ctx, { q: '', status: 'living', where: [] })
  const sums = await sql<Omit<Quality, 'missing'>>`
    select count(*)::int as total,
           count(*) filter (where p.completeness >= ${COMPLETE})::int as complete,
           coalesce(round(avg(p.completeness)), 0)::int as "averageCompleteness",
           count(*) filter (where p.id_status in ('invalid', 'unrecoverable'))::int as "doubtfulIds",
           count(*) filter (where p.place_code is null)::int as "noHome",
           count(*) filter (where p.verified_on is null)::int as unverified,
           (select count(*)::int from duplicate_pair d where d.county = ${ctx.actor.county} and d.status = 'open'
               and exists (select 1 from person a where a.county = d.county and a.id = d.first_id)
               and exists (select 1 from person b where b.county = d.county and b.id = d.second_id)) as "openDuplicates"
      from person p where ${clause}`.execute(ctx.db)
  const missing = await sql<{ field: string; count: number }>`
    select field, count(*)::int as count from person p, unnest(p.missing) field where ${clause} group by field order by count desc`.execute(
    ctx.db,
  )
  const [first] = sums.rows
  if (!first) throw new Error('an aggregate always answers with one row')
  return { ...first, missing: missing.rows.filter(({ field }) => isLackTold(ctx.actor, field)) }
}
