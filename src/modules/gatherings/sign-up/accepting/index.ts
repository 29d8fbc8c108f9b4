import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, keeping } from '#platform/refuse.ts'
import { linesOf } from '../../rows/index.ts'
import { ensureFree, guestOf, judge } from '../guests/index.ts'
import * as no from '../words.ts'

type SignedUp = { id: string; person_id: string; consent_by: string | null; companion: string | null }

/**
 * Who waited for weeks has grown older, may have fallen ill, promised other things or died: a place offered is judged as on the day it is taken.
 * Where that now asks for a word, the row waits for it although this act is refused.
 */
export async function ensureStillFits(ctx: Ctx, gatheringId: string, row: SignedUp): Promise<string> {
  const guest = await guestOf(ctx, row.person_id)
  ensure(guest.status === 'living', no.notLiving)
  await ensureFree(ctx, { id: gatheringId, personId: row.person_id, holding: ['in'] })
  const line = await linesOf(ctx).where('g.id', '=', gatheringId).executeTakeFirstOrThrow()
  const { outcome, reasons } = await judge(ctx, { ...line, startsAt: line.starts_at }, guest)
  const why = { reasons: reasons.map(({ zh }) => zh).join('；'), reasonsEn: reasons.map(({ en }) => en).join('; ') }
  ensure(outcome !== 'refuse', () => no.beyondStrength(why))
  if (outcome === 'consent' && !(row.consent_by && row.companion)) {
    await askForWord(ctx, row.id, line)
    throw keeping(no.consentNeeded(why))
  }
  return outcome
}

type Plan = { intensity: number; starts_at: string; ends_at: string }

function askForWord(ctx: Ctx, id: string, plan: Plan) {
  return ctx.db
    .updateTable('gathering_sign_up')
    .set({
      strength: 'consent',
      judged_again_at: ctx.now.toISOString(),
      judged_from_during: sql`tstzrange(${plan.starts_at}::timestamptz, ${plan.ends_at}::timestamptz)`,
      judged_from_intensity: plan.intensity,
    })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}
