import { sql } from 'kysely'
import { type Death, deathOf, hadDied } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { notLiving } from '../words.ts'

/** Nobody attends what began after their death; what they attended before it is entered all the same. */
export async function ensureLived(ctx: Ctx, gatheringId: string, people: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; death: Death | null; from: string }>`
    select p.id, ${deathOf('p')} as death, lower(g.during) as "from"
      from person p join gathering g on g.county = p.county and g.id = ${gatheringId}
     where p.county = ${ctx.actor.county} and p.id = any(${people}::uuid[]) and p.status = 'deceased'`.execute(ctx.db)
  const dead = rows.filter(({ death, from }) => hadDied(death, from)).map(({ id }) => id)
  ensure(dead.length === 0, () => notLiving({ count: dead.length, people: dead }))
}
