import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Bilingual } from '#platform/words.ts'
import { guestsOf } from '../../guest-list/index.ts'
import { judge } from '../guests/index.ts'

export type JudgedAgain = {
  signUpId: string
  personId: string
  outcome: 'consent' | 'refuse'
  reasons: Bilingual[]
}
type Plan = { id: string; intensity: number; startsAt: string }
type Before = { intensity: number; startsAt: string; endsAt: string }
type SignedUp = { id: string; person_id: string; strength: string; hasConsent: boolean; isWaiting: boolean }

/**
 * Holds the county's rule against everybody who signed up, by the plan as it now is. Who is now refused, or needs a consent that nobody gave, keeps the
 * place, carries the new judgement and waits for a word, with the plan they had said yes to; answered are those for whom this is new.
 */
export async function judgeAgain(ctx: Ctx, plan: Plan, before: Before): Promise<JudgedAgain[]> {
  const { rows } = await sql<SignedUp>`
    select id, person_id, strength, consent_by is not null and companion is not null as "hasConsent", judged_again_at is not null as "isWaiting"
      from gathering_sign_up
     where county = ${ctx.actor.county} and gathering_id = ${plan.id} and status in ('in', 'offered', 'waiting')
     order by asked_at, id`.execute(ctx.db)
  const guests = new Map((await guestsOf(ctx, plan.id)).map((guest) => [guest.personId, guest]))
  const found: JudgedAgain[] = []
  for (const row of rows) {
    const guest = guests.get(row.person_id)
    if (!guest) continue
    const { outcome, reasons } = await judge(ctx, plan, { ...guest, id: row.person_id })
    const waits = outcome === 'refuse' || (outcome === 'consent' && !row.hasConsent)
    await setStrength(ctx, row.id, { outcome, before: waits ? before : null })
    const isNew = !row.isWaiting || row.strength !== outcome
    if (waits && isNew) found.push({ signUpId: row.id, personId: row.person_id, outcome, reasons })
  }
  const people = (asked: string) => found.filter(({ outcome }) => outcome === asked).map(({ personId }) => personId)
  const data = { gatheringId: plan.id, consent: people('consent'), refuse: people('refuse') }
  if (found.length) ctx.emit({ type: 'gatherings.judged_again', data })
  return found
}

type Judgement = { outcome: string; before: Before | null }

async function setStrength(ctx: Ctx, id: string, { outcome, before }: Judgement): Promise<void> {
  await ctx.db
    .updateTable('gathering_sign_up')
    .set({
      strength: outcome,
      judged_again_at: before ? ctx.now.toISOString() : null,
      // Changed twice before a word was given: what they said yes to is still the first.
      judged_from_during: before
        ? sql`coalesce(judged_from_during, tstzrange(${before.startsAt}::timestamptz, ${before.endsAt}::timestamptz))`
        : null,
      judged_from_intensity: before ? sql`coalesce(judged_from_intensity, ${before.intensity}::smallint)` : null,
    })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}
