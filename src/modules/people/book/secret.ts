import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** All sealed values of this record and of whoever is merged into it are noise from now on, wherever copies of them lie. 个人信息保护法 第四十七条. */
export async function destroyPersonKey(ctx: Ctx, personId: string): Promise<void> {
  await sql`
    with recursive one as (
      select id from person where county = ${ctx.actor.county} and id = ${personId}::uuid
      union select p.id from person p join one on p.county = ${ctx.actor.county} and p.merged_into = one.id
    ) update person set secret = null where county = ${ctx.actor.county} and id in (select id from one)`.execute(ctx.db)
}
