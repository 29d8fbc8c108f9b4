import { sql } from 'kysely'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { needAnswered } from '../../needs/index.ts'
import { confirmAsServed } from '../../shifts/index.ts'
import type { contract } from '../contract.ts'

type Visit = Output<typeof contract.myRecord>['waiting'][number]
type Word = { personId: string; id: string; rating: number | null }

/** Service done for somebody that waits for their word, the oldest first. */
export async function visitsOf(ctx: Ctx, personId: string): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    select t.id, g.title, lower(t.during) as "on", t.minutes, coalesce(helper_name(t.person_id), '') as "by"
      from shift_turn t
      join shift s on s.county = t.county and s.id = t.shift_id
      join gathering g on g.county = s.county and g.id = s.gathering_id
     where t.county = ${ctx.actor.county} and t.status = 'served' and s.served_person_id = ${personId}
     order by lower(t.during), t.id`.execute(ctx.db)
  return rows
}

/** One visit confirmed; with the last of a need the need is closed too, so that nobody is asked the same twice. */
export async function confirmVisit(ctx: Ctx, { personId, id, rating }: Word): Promise<void> {
  const { needId } = await confirmAsServed(ctx, { turnId: id, rating })
  if (needId && (await isAllConfirmed(ctx, { personId, needId })))
    await needAnswered(ctx, { needId, satisfaction: rating })
}

async function isAllConfirmed(ctx: Ctx, { personId, needId }: { personId: string; needId: string }): Promise<boolean> {
  const { rows } = await sql`
    select 1 from need n where n.county = ${ctx.actor.county} and n.id = ${needId} and n.person_id = ${personId} and n.status = 'served'
       and not exists (select from shift_turn t where t.county = n.county and t.shift_id = n.shift_id and t.status in ('started', 'late', 'served'))`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** How it was, said of the whole need: whoever came for it is confirmed by the same word. */
export async function answerNeed(ctx: Ctx, { personId, id, rating }: Word): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select t.id from need n
      join shift s on s.county = n.county and s.id = n.shift_id and s.served_person_id = n.person_id
      join shift_turn t on t.county = s.county and t.shift_id = s.id and t.status = 'served'
     where n.county = ${ctx.actor.county} and n.id = ${id} and n.person_id = ${personId} order by t.id`.execute(ctx.db)
  for (const turn of rows) await confirmAsServed(ctx, { turnId: turn.id, rating })
  await needAnswered(ctx, { needId: id, satisfaction: rating })
}
