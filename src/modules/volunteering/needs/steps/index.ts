import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import type { NeedRow } from '../policy.ts'
import { afterAct, ENDS, type NeedAct, type NeedState } from '../rules.ts'
import { notNow } from '../words.ts'

type Changes = {
  helper_id?: string | null
  team_id?: string | null
  shift_id?: string | null
  satisfaction?: number
}
type Step = { act: NeedAct; note: string | null; changes?: Changes }

export function takeStep(ctx: Ctx, row: NeedRow, step: Step): Promise<void> {
  return takeSteps(ctx, [row], step)
}

/** Takes needs one step on, and writes each step down: who, when, from what to what, and why. */
export async function takeSteps(ctx: Ctx, rows: readonly NeedRow[], { act, note, changes = {} }: Step): Promise<void> {
  const moves = rows.map(({ id, status, shift_id, helper_id }) => {
    const to = afterAct(act, status)
    ensure(to, () => notNow({ status }))
    // As it was before the step: a step back takes both off the need.
    return { id, act, from: status, to, shiftId: shift_id, helperId: helper_id }
  })
  const [move] = moves
  if (!move) return
  const { to } = move // an act leads to one state, from wherever it is done
  const ids = moves.map(({ id }) => id)
  const ended_at = ENDS.includes(to) ? ctx.now.toISOString() : null
  await ctx.db
    .updateTable('need')
    .set({ ...changes, status: to, ended_at, version: sql<number>`version + 1` })
    .where('county', '=', ctx.actor.county)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  await writeSteps(ctx, ids, { act, to, note })
  for (const data of moves) ctx.emit({ type: 'needs.moved', data })
}

type Written = { act: string; to: NeedState; note: string | null }

/** With whoever helps now, as the needs themselves say. */
export async function writeSteps(ctx: Ctx, needs: readonly string[], { act, to, note }: Written): Promise<void> {
  const ids = needs.map(() => newId(ctx.now.getTime()))
  const sealed = note ? ctx.vault.seal(note) : null
  const { county, accountId } = ctx.actor
  await sql`
    insert into need_step (county, id, need_id, act, to_status, note_sealed, helper_id, team_id, account_id, at)
    select n.county, s.id, n.id, ${act}, ${to}, ${sealed}::bytea, n.helper_id, n.team_id, ${accountId}::uuid, ${ctx.now.toISOString()}::timestamptz
      from unnest(${ids}::uuid[], ${needs}::uuid[]) s(id, need_id)
      join need n on n.county = ${county} and n.id = s.need_id`.execute(ctx.db)
}
