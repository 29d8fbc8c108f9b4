import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** What a row of nobody still needs. `hide_people` sets the standing. */
const KEPT = new Set(['county', 'id', 'status', 'merged_into', 'name', 'created_at', 'updated_at', 'is_counted'])

/** Every column, also those a later migration adds: what may be null becomes null, the rest its default. */
export async function blankPeople(ctx: Ctx, people: readonly string[]): Promise<void> {
  const columns = await sql<{ name: string; nullable: boolean }>`
    select attname as name, not attnotnull as nullable from pg_attribute
     where attrelid = 'person'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(ctx.db)
  const emptied = columns.rows
    .filter(({ name }) => !KEPT.has(name))
    .map(({ name, nullable }) => sql`${sql.ref(name)} = ${nullable ? sql`null` : sql`default`}`)
  const at = ctx.now.toISOString()
  await sql`update person set ${sql.join(emptied)}, name = '已删除', is_counted = false, updated_at = ${at}
             where county = ${ctx.actor.county} and id = any(${people}::uuid[])`.execute(ctx.db)
}
