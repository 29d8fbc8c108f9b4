import { type RawBuilder, sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { Cut } from '../contract.ts'

/** Everybody of the cut within the reader's scope, over `person_published p`: the same people that the cut's question finds. */
export function cutSql(ctx: Ctx, cut: Cut): RawBuilder<boolean> {
  const { county } = ctx.actor
  const parts = [sql`p.county = ${county}`, sql`p.status = 'living'`, rowsOf(ctx.actor, 'p')]
  parts.push(cut.kind === 'all' ? sql`p.kind is distinct from 'survivor'` : sql`p.kind = ${cut.kind}`)
  if (cut.place) {
    const { lo, hi } = placeRange(cut.place)
    parts.push(sql`p.place_code between ${lo}::bigint and ${hi}::bigint`)
  }
  if (cut.unit) parts.push(underUnit(cut.unit, county))
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

function underUnit(unit: string, county: number): RawBuilder<boolean> {
  return sql<boolean>`p.unit_ids && array(
    with recursive below as (
      select id from unit_published where county = ${county} and id = ${unit}::uuid
      union select u.id from unit_published u join below on u.county = ${county} and u.parent_id = below.id
    ) select id from below)`
}

// A code's digits below the street: 3 community, 7 grid, building and entrance.
const STREET = sql.lit(10_000_000_000)
const COMMUNITY = sql.lit(10_000_000)

/** The group a person stands in: a code or id as text, null where it is not known. */
export const keySql: Record<Cut['groupBy'], RawBuilder<string | null>> = {
  street: sql`case when p.place_code % (${STREET} * 1000) >= ${STREET} then (p.place_code / ${STREET} * ${STREET})::text end`,
  community: sql`case when p.place_code % ${STREET} >= ${COMMUNITY} then (p.place_code / ${COMMUNITY} * ${COMMUNITY})::text end`,
  unit: sql`p.unit_id::text`,
  none: sql`null::text`,
}

export function nameSql(groupBy: Cut['groupBy'], county: number): RawBuilder<string | null> {
  if (groupBy === 'unit') return sql`(select name from unit_published where county = ${county} and id::text = g.key)`
  if (groupBy === 'none') return sql`null::text`
  const short = sql<
    string | null
  >`(select short from place_published where county = ${county} and code = g.key::bigint)`
  return groupBy === 'street'
    ? short
    : sql<
        string | null
      >`concat_ws('·', (select short from place_published where county = ${county} and code = g.key::bigint / ${STREET} * ${STREET}), ${short})`
}
