import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { lockNeed, lockNeeds } from '../policy.ts'
import { ENDS } from '../rules.ts'
import { takeStep, takeSteps } from '../steps/index.ts'
import { notNow } from '../words.ts'

/** A shift takes a need on: with nobody matched yet, the shift is the match. Told again of the same shift, nothing changes. */
export async function needTaken(ctx: Ctx, { needId, shiftId }: { needId: string; shiftId: string }): Promise<void> {
  const row = await lockNeed(ctx, needId, 'house')
  if (row.status === 'in_service' && row.shift_id === shiftId) return
  ensure(row.status === 'accepted' || row.status === 'matched', () => notNow({ status: row.status }))
  if (row.status === 'accepted') await takeStep(ctx, row, { act: 'match', note: null, changes: { shift_id: shiftId } })
  const matched = await lockNeed(ctx, needId, 'house')
  await takeStep(ctx, matched, { act: 'begin', note: null, changes: { shift_id: shiftId } })
}

/** The shifts were done and confirmed: they are asked next whether it was well done. */
export async function needsServed(ctx: Ctx, needs: readonly string[]): Promise<void> {
  if (!needs.length) return
  const rows = await lockNeeds(ctx, needs, 'house')
  // What was withdrawn meanwhile stays so; the service was done all the same.
  const open = rows.filter(({ status }) => status !== 'served' && !ENDS.includes(status))
  if (open.length) await takeSteps(ctx, open, { act: 'serve', note: null })
}

/** The shift fell through: the need is looked after again. */
export async function needReleased(ctx: Ctx, { needId, reason }: { needId: string; reason: string }): Promise<void> {
  const row = await lockNeed(ctx, needId, 'house')
  if (row.status !== 'matched' && row.status !== 'in_service') return
  await takeStep(ctx, row, {
    act: 'release',
    note: reason,
    changes: { helper_id: null, team_id: null, shift_id: null },
  })
}

/** Whom it was done for says that it is done, and how it was if they like to: nobody rings to ask again. */
export async function needAnswered(
  ctx: Ctx,
  { needId, satisfaction }: { needId: string; satisfaction: number | null },
): Promise<void> {
  const row = await lockNeed(ctx, needId)
  await takeStep(ctx, row, { act: 'close', note: null, changes: satisfaction === null ? {} : { satisfaction } })
}
