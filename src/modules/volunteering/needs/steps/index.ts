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

/** Takes a need one step on, and writes the step down: who, when, from what to what, and why. */
export async function takeStep(ctx: Ctx, row: NeedRow, step: { act: NeedAct; note: string | null; changes?: Changes }) {
  const { act, note, changes = {} } = step
  const to = afterAct(act, row.status)
  ensure(to, () => notNow({ status: row.status }))
  const ended_at = ENDS.includes(to) ? ctx.now.toISOString() : null
  await ctx.db
    .updateTable('need')
    .set({ ...changes, status: to, ended_at, version: row.version + 1 })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', row.id)
    .execute()
  const helper = { helper_id: row.helper_id, team_id: row.team_id, ...changes }
  await writeStep(ctx, row.id, { act, to, note, helper_id: helper.helper_id, team_id: helper.team_id })
  ctx.emit({ type: 'needs.moved', data: { id: row.id, act, from: row.status, to } })
}

type Written = {
  act: string
  to: NeedState
  note: string | null
  helper_id: string | null
  team_id: string | null
}

export async function writeStep(ctx: Ctx, need_id: string, { act, to, note, ...helper }: Written): Promise<void> {
  const said = { account_id: ctx.actor.accountId, at: ctx.now.toISOString() }
  const note_sealed = note ? ctx.vault.seal(note) : null
  const row = { county: ctx.actor.county, id: newId(ctx.now.getTime()), need_id, act, to_status: to, note_sealed }
  await ctx.db
    .insertInto('need_step')
    .values({ ...row, ...helper, ...said })
    .execute()
}
