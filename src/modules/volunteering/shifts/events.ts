import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener } from '#platform/house/outbox.ts'
import { endWithLife, endWithService } from './endings/index.ts'
import { shiftsFollowNeeds } from './needs/index.ts'
import { lockShift, lockVolunteer } from './policy.ts'
import { ensureServes, enterTurn } from './turns/index.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

async function shiftOf(ctx: Ctx, gatheringId: string): Promise<string | undefined> {
  const row = ctx.db.selectFrom('shift').select('id').where('county', '=', ctx.actor.county)
  return (await row.where('gathering_id', '=', gatheringId).executeTakeFirst())?.id
}

/** Who takes an offered place, or signs up at the calendar's counter, has a turn like everybody else; who may not serve gets none. */
const signedUp: Listener = {
  name: 'shifts.follow_sign_ups',
  hears: 'gatherings.signed_up',
  hear: async (ctx, { data }) => {
    const [gatheringId, personId] = [textOf(data['gatheringId']), textOf(data['personId'])]
    const shiftId = await shiftOf(ctx, gatheringId)
    if (!shiftId) return
    await lockVolunteer(ctx, personId)
    const shift = await lockShift(ctx, shiftId)
    // Called off before this was heard: nobody gets a turn in it any more.
    if (shift.status === 'cancelled') return
    const { rows } = await sql<{ signUpId: string; place: string; turnId: string | null; turn: string | null }>`
      select s.id as "signUpId", s.status as place, t.id as "turnId", t.status as turn from gathering_sign_up s
        left join shift_turn t on t.county = s.county and t.shift_id = ${shiftId} and t.person_id = s.person_id
         and t.status not in ('cancelled', 'refused', 'reversed', 'missed')
       where s.county = ${ctx.actor.county} and s.gathering_id = ${gatheringId} and s.person_id = ${personId}
         and s.status in ('in', 'waiting', 'offered')`.execute(ctx.db)
    const [found] = rows
    if (!found) return
    if (!found.turnId) {
      await ensureServes(ctx, shift, personId)
      const status = found.place === 'in' ? 'claimed' : 'waiting'
      await enterTurn(ctx, shift, { personId, status, signUpId: found.signUpId, onBehalf: 'clerk' })
    } else if (found.turn === 'waiting' && found.place === 'in') await setStatus(ctx, found.turnId, 'claimed')
  },
}

async function setStatus(ctx: Ctx, id: string, status: 'claimed' | 'cancelled'): Promise<void> {
  const ended = status === 'cancelled' ? { ended_at: ctx.now.toISOString() } : {}
  await ctx.db
    .updateTable('shift_turn')
    .set({ status, ...ended })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}

const signUpEnded: Listener = {
  name: 'shifts.follow_cancelled_sign_ups',
  hears: 'gatherings.sign_up_ended',
  hear: async (ctx, { data }) => {
    const shiftId = await shiftOf(ctx, textOf(data['gatheringId']))
    if (!shiftId) return
    await ctx.db
      .updateTable('shift_turn')
      .set({ status: 'cancelled', ended_at: ctx.now.toISOString() })
      .where('county', '=', ctx.actor.county)
      .where('shift_id', '=', shiftId)
      .where('person_id', '=', textOf(data['personId']))
      .where('status', 'in', ['claimed', 'waiting'])
      .where('sign_up_id', 'in', (from) =>
        from.selectFrom('gathering_sign_up').select('id').where('status', 'in', ['cancelled', 'declined']),
      )
      .execute()
  },
}

const endsWithLife: Listener = {
  name: 'shifts.end_with_life',
  hears: 'people.died',
  hear: (ctx, { data }) => endWithLife(ctx, textOf(data['id'])),
}

const endsWithService: Listener = {
  name: 'shifts.end_with_service',
  hears: 'volunteering.left',
  hear: (ctx, { data }) => endWithService(ctx, textOf(data['personId'])),
}

export const shiftsFollowGatherings = [endsWithLife, endsWithService, signedUp, signUpEnded, shiftsFollowNeeds]
