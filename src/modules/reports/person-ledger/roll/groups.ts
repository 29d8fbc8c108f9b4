import { sql } from 'kysely'
import { ageRangeToBirthBounds, textBounds } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Cut, Totals } from '../contract.ts'
import { ADVANCED_AGE } from '../rules.ts'
import { restWords } from '../words.ts'
import { cutSql, keySql, nameSql } from './cut-sql.ts'

type Group = { key: string; name: string; totals: Totals }

const OLDEST = 150

/** The groups of a book with their totals, in the order of codes or names; the rest, whose group is not known, comes last. */
export async function groupsOf(ctx: Ctx, cut: Cut): Promise<Group[]> {
  const { from, to } = textBounds(ageRangeToBirthBounds(ADVANCED_AGE, OLDEST, officeDay(ctx.now)))
  const counted = await sql<Totals & { key: string | null; name: string | null }>`
    with g as (
      select ${keySql[cut.groupBy]} as key, count(*)::int as people,
             count(*) filter (where p.kind = 'lixiu')::int as lixiu,
             count(*) filter (where p.kind = 'tuixiu')::int as tuixiu,
             count(*) filter (where p.kind is null or p.kind not in ('lixiu', 'tuixiu'))::int as other,
             count(*) filter (where p.gender = '2')::int as women,
             count(*) filter (where p.political in ('01', '02'))::int as members,
             count(*) filter (where p.birth_on between (${from}::text collate "C") and (${to}::text collate "C"))::int as aged80,
             count(*) filter (where 'lives_alone' = any(p.living_flags))::int as "livesAlone"
        from person_published p
       where ${cutSql(ctx, cut)}
       group by 1
    )
    select * from (select g.*, ${nameSql(cut.groupBy, ctx.actor.county)} as name from g) named
     order by ${cut.groupBy === 'unit' ? sql`name collate "C"` : sql`key`} nulls last`.execute(ctx.db)
  return counted.rows.map(({ key, name, ...totals }) => ({
    key: key ?? '',
    name: key === null ? restWords[cut.groupBy].zh : (name ?? key),
    totals,
  }))
}
