import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { volunteerOf } from '../../volunteers/index.ts'
import { lockNeeds, type NeedRow } from '../policy.ts'
import type { NeedState } from '../rules.ts'
import { takeSteps, writeSteps } from '../steps/index.ts'

/** What somebody who died still asked for is no longer needed, and whom they were to help is found somebody else. */
export async function endWithLife(ctx: Ctx, personId: string): Promise<void> {
  const rows = await openNeedsAround(ctx, personId)
  const theirs = rows.filter((row) => row.person_id === personId)
  const still = theirs.filter(({ status }) => status !== 'served')
  await takeSteps(ctx, still, { act: 'withdraw', note: '老同志离世，不再需要' })
  const done = theirs.filter(({ status }) => status === 'served')
  await takeSteps(ctx, done, { act: 'close', note: '老同志离世，不再回访' })
  await helpWithout(
    ctx,
    rows.filter((row) => row.person_id !== personId),
    '离世',
  )
}

/** Whom somebody who left was to help is found somebody else; what has begun with them stays theirs, and what they ask for themselves stands. */
export async function endWithService(ctx: Ctx, personId: string): Promise<void> {
  // Registered again before this was heard: they go on helping.
  if (await volunteerOf(ctx, personId)) return
  const rows = await openNeedsAround(ctx, personId)
  const begun = await begunBy(ctx, personId)
  const others = rows.filter((row) => row.person_id !== personId && !begun.has(row.shift_id ?? ''))
  await helpWithout(ctx, others, '已退出')
}

/** Shifts whose time has come with a place of theirs: they may be there, only nobody has checked them in yet. */
async function begunBy(ctx: Ctx, personId: string): Promise<Set<string>> {
  const turns = await ctx.db
    .selectFrom('shift_turn')
    .select('shift_id as id')
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('status', '=', 'claimed')
    .where(sql<boolean>`lower(during) <= ${ctx.now.toISOString()}`)
    .execute()
  return new Set(turns.map(({ id }) => id))
}

/** Without a shift the need is open again; with one, the shift stands with a place free for another. */
async function helpWithout(ctx: Ctx, rows: readonly NeedRow[], gone: string): Promise<void> {
  const alone = rows.filter((row) => row.shift_id === null)
  const changes = { helper_id: null, team_id: null }
  await takeSteps(ctx, alone, { act: 'release', note: `志愿者${gone}，请另派人`, changes })
  const planned = rows.filter((row) => row.shift_id !== null)
  await withoutHelper(ctx, planned, `志愿者${gone}，班次的名额由其他人承担`)
}

/** Needs of theirs, and those they were to help with; not what is being served, or was and only waits for its confirmation. */
async function openNeedsAround(ctx: Ctx, personId: string): Promise<NeedRow[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from need n
     where n.county = ${ctx.actor.county} and n.ended_at is null
       and (n.person_id = ${personId} or n.helper_id = ${personId} and n.status in ('matched', 'in_service'))
       and not exists (select from shift_turn t where t.county = n.county and t.shift_id = n.shift_id and n.status = 'in_service'
                          and t.status in ('started', 'late', 'served', 'confirmed'))`.execute(ctx.db)
  const ids = rows.map(({ id }) => id)
  return lockNeeds(ctx, ids, 'house')
}

/** The need stays with the shift, only not with who is gone. */
async function withoutHelper(ctx: Ctx, rows: readonly NeedRow[], note: string): Promise<void> {
  const byState = Map.groupBy(rows, ({ status }) => status)
  for (const [status, those] of byState) {
    const ids = those.map(({ id }) => id)
    await ctx.db
      .updateTable('need')
      .set({ helper_id: null, version: sql<number>`version + 1` })
      .where('county', '=', ctx.actor.county)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute()
    await writeSteps(ctx, ids, { act: 'release', to: status satisfies NeedState, note })
  }
}
