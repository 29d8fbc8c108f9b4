import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Job } from '#platform/house/jobs.ts'
import { requiredFields } from '../book/index.ts'
import { columnOf, fieldOf } from '../fields/index.ts'

export const RECOUNT = 'people.recount'
const PAGE = 500

/** Counts every record of a county anew by its list of required fields, a page at a time; begun twice it does no harm. */
export const recountJob: Job = {
  task: RECOUNT,
  run: async (house, payload) => {
    const system = Number(payload['county'])
    let after: string | undefined
    do {
      after = await house.act({ system }, { readOnly: false }, (ctx) => recountPage(ctx, after))
    } while (after)
  },
}

/** The last person of the page, or nothing when all are done. */
async function recountPage(ctx: Ctx, after = '00000000-0000-0000-0000-000000000000'): Promise<string | undefined> {
  const { county } = ctx.actor
  const required = await requiredFields(ctx)
  const empty = sql.join(required.map((key) => sql`case when ${isEmpty(key)} then ${key} end`))
  const { rows } = await sql<{ id: string }>`
    with page as (
      select id from person where county = ${county} and id > ${after}::uuid order by id limit ${PAGE} for update
    ), counted as (
      select p.id, array_remove(array[${empty}]::text[], null) as missing from person p join page using (id) where p.county = ${county}
    ), told as (
      update person p
         set missing = c.missing,
             completeness = case when ${required.length} = 0 then 100 else (${required.length} - cardinality(c.missing)) * 100 / greatest(${required.length}, 1) end
        from counted c
       where p.county = ${county} and p.id = c.id and p.missing is distinct from c.missing
    )
    select id from page order by id desc limit 1`.execute(ctx.db)
  const last = rows[0]?.id
  if (!last)
    await ctx.db
      .updateTable('county')
      .set({ settings: sql`settings - 'recounting'` })
      .where('county', '=', county)
      .execute()
  return last
}

/** As `completenessOf` says it, for rows that stay where they are. */
function isEmpty(key: string): RawBuilder<boolean> {
  if (key === 'placeCode') return sql<boolean>`p.place_code is null`
  if (key === 'phone')
    return sql<boolean>`not exists (select 1 from person_phone h where h.county = p.county and h.person_id = p.id)`
  const field = fieldOf(key)
  if (!field) return sql<boolean>`false`
  const column = sql.ref(`p.${columnOf(field)}`)
  return field.kind === 'sealed'
    ? sql<boolean>`${column} is null`
    : sql<boolean>`(${column} is null or ${column}::text in ('', '{}'))`
}
