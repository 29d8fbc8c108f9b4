import { type RawBuilder, sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/** The day somebody died as far as it is known, and when the office wrote it down. */
export type Death = { on: string | null; recordedAt: string | null }

/** Beside a person in a query: what is known of their death, or null where none is recorded. */
export function deathOf(alias: string): RawBuilder<Death | null> {
  const person = (column: string) => sql.ref(`${alias}.${column}`)
  return sql<Death | null>`case when ${person('status')} = 'deceased' then jsonb_build_object('on', ${person('died_on')},
    'recordedAt', (select max(e.at) from person_event e
                    where e.county = ${person('county')} and e.person_id = ${person('id')} and e.kind = 'died')) end`
}

/** Whether somebody had died when something happened. Of their last day, and of a month or year that alone is known, the living had a part. */
export function hadDied(death: Death | null, at: string): boolean {
  if (!death) return false
  if (death.recordedAt && Date.parse(at) >= Date.parse(death.recordedAt)) return true
  const { on } = death
  return on !== null && /^\d{4}(-\d\d){0,2}$/.test(on) && officeDay(new Date(at)).slice(0, on.length) > on
}

/** The last death recorded of somebody, though it was taken back: what ended with it. Of a record that became dead by being merged, the merge. */
export async function lastDeath(ctx: Ctx, personId: string): Promise<{ on: string | null; recordedAt: string } | null> {
  const event = await ctx.db
    .selectFrom('person_event')
    .select(['happened_on as on', 'at as recordedAt'])
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('kind', 'in', ['died', 'merged'])
    .orderBy(sql`kind = 'died'`, 'desc')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return event ?? null
}
