import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract } from '../contract.ts'
import { selectedSql } from '../question/index.ts'

export async function tagPeople(
  ctx: Ctx,
  input: Input<typeof contract.tagPeople>,
): Promise<Output<typeof contract.tagPeople>> {
  const clause = await selectedSql(ctx, input.selection)
  const changed = await sql<{ id: string }>`
    with want as (
      select p.county, p.id, p.tags as old, (select coalesce(array_agg(distinct tag order by tag), '{}') from unnest(p.tags || ${input.add}::text[]) tag where tag <> all(${input.remove}::text[])) as tags
        from person p where ${clause}
    ), written as (
      update person p set tags = want.tags, updated_at = ${ctx.now.toISOString()}::timestamptz from want
       where p.county = want.county and p.id = want.id and want.tags is distinct from want.old
      returning p.county, p.id, want.old, want.tags
    )
    insert into person_change (county, id, person_id, at, account_id, section, field, old_value, new_value, cause)
    select county, gen_random_uuid(), id, ${ctx.now.toISOString()}::timestamptz, ${ctx.actor.accountId}::uuid, 'tags', 'tags', to_json(array_to_string(old, '、'))::text, to_json(array_to_string(tags, '、'))::text, 'edit'
      from written returning person_id as id`.execute(ctx.db)
  return { changed: changed.rows.length }
}
