import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/**
 * Destroys what opens the sealed values of a person: identity number, telephones, health, hardship, history and merges of this record are
 * noise from now on, wherever copies of them lie. Whoever is merged into the record goes with it. 个人信息保护法 第四十七条.
 */
export async function destroyPersonKey(ctx: Ctx, personId: string): Promise<void> {
  await sql`
    with recursive one as (
      select id from person where county = ${ctx.actor.county} and id = ${personId}::uuid
      union select p.id from person p join one on p.county = ${ctx.actor.county} and p.merged_into = one.id
    ) update person set secret = null where county = ${ctx.actor.county} and id in (select id from one)`.execute(ctx.db)
}
