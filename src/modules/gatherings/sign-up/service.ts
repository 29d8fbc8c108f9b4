import { sql } from 'kysely'
import { ageOf } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { lockGathering, lockToKeep } from '../policy.ts'
import { linesOf } from '../rows/index.ts'
import { fits } from '../rules.ts'
import { over } from '../words.ts'
import { ensureStillFits } from './accepting/index.ts'
import type { contract } from './contract.ts'
import { ensureFree, guestOf, judge } from './guests/index.ts'
import { lapseOffers, offerPlaces } from './offers/index.ts'
import { closedTo, placeFor } from './rules.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Lines = Output<Doors['listSignUps']>['items']

async function listSignUps(ctx: Ctx, { id }: Input<Doors['listSignUps']>): Promise<Output<Doors['listSignUps']>> {
  const county = ctx.actor.county
  ensure(await linesOf(ctx).where('g.id', '=', id).executeTakeFirst(), notFound)
  const rows = await ctx.db
    .selectFrom('gathering_sign_up as s')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 's.county').onRef('p.id', '=', 's.person_id'))
    .leftJoin('place as c', (on) =>
      on.onRef('c.county', '=', 's.county').on('c.code', '=', sql<string>`p.place_code / 10000000 * 10000000`),
    )
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 's.county').onRef('a.id', '=', 's.by_account'))
    .select([
      's.id',
      's.person_id as personId',
      'p.name',
      'c.short as community',
      'p.birth_on',
      's.asked_at as askedAt',
    ])
    .select(['s.offered_until as offeredUntil', 's.consent_by', 's.companion', 'a.name as by'])
    .select([
      sql<Lines[number]['status']>`s.status`.as('status'),
      sql<Lines[number]['onBehalf']>`s.on_behalf`.as('onBehalf'),
    ])
    .select(sql<Lines[number]['strength']>`s.strength`.as('strength'))
    .select(sql<boolean>`s.judged_again_at is not null`.as('isWaitingForWord'))
    .where('s.county', '=', county)
    .where('s.gathering_id', '=', id)
    .where('s.status', 'not in', ['cancelled', 'declined'])
    .where(rowsOf(ctx.actor, 'p'))
    .orderBy(sql`array_position('{in,offered,waiting,invited}', s.status)`)
    .orderBy('s.asked_at')
    .orderBy('s.id')
    .execute()
  const all = await liveCount(ctx, id)
  const today = officeDay(ctx.now)
  const items = rows.map(({ birth_on, consent_by, ...row }) => ({
    ...row,
    age: ageOf(birth_on, today),
    consentBy: consent_by as Lines[number]['consentBy'], // the column's check allows exactly these
  }))
  return { items, others: all - items.length }
}

async function liveCount(ctx: Ctx, id: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('gathering_sign_up')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('county', '=', ctx.actor.county)
    .where('gathering_id', '=', id)
    .where('status', 'not in', ['cancelled', 'declined'])
    .executeTakeFirstOrThrow()
  return row.count
}

async function judgeSignUp(
  ctx: Ctx,
  { id, personId }: Input<Doors['judgeSignUp']>,
): Promise<Output<Doors['judgeSignUp']>> {
  const gathering = await linesOf(ctx).where('g.id', '=', id).executeTakeFirst()
  ensure(gathering, notFound)
  return judge(ctx, { ...gathering, startsAt: gathering.starts_at }, await guestOf(ctx, personId))
}

async function signUp(ctx: Ctx, asked: Input<Doors['signUp']>): Promise<Output<Doors['signUp']>> {
  const { id, personId, onBehalf, consentBy, companion } = asked
  const gathering = await lockGathering(ctx, id)
  ensure(fits('signUp', gathering.status), () => over({ status: gathering.status }))
  const guest = await guestOf(ctx, personId)
  ensure(guest.status === 'living', no.notLiving)
  await lapseOffers(ctx, id)
  const former = await liveSignUp(ctx, id, personId)
  ensure(!former || former.status === 'invited', no.signedUpBefore)
  const line = await linesOf(ctx).where('g.id', '=', id).executeTakeFirstOrThrow()
  const window = { signUp: line.sign_up, until: gathering.sign_up_until, startsAt: line.starts_at }
  const closed = closedTo(window, { now: ctx.now.toISOString(), isInvited: former !== undefined })
  ensure(closed === null, { none: no.noSignUp, invited: no.invitedOnly, late: no.tooLate }[closed ?? 'late'])
  await ensureFree(ctx, { id, personId, holding: ['in', 'offered'] })
  const { outcome, reasons } = await judge(ctx, { ...gathering, startsAt: line.starts_at }, guest)
  const why = { reasons: reasons.map(({ zh }) => zh).join('；'), reasonsEn: reasons.map(({ en }) => en).join('; ') }
  ensure(outcome !== 'refuse', () => no.beyondStrength(why))
  ensure(outcome !== 'consent' || (consentBy && companion), () => no.consentNeeded(why))
  const status = placeFor(line)
  const row = {
    status,
    asked_at: ctx.now.toISOString(),
    strength: outcome,
    consent_by: consentBy,
    companion,
    on_behalf: onBehalf,
    by_account: ctx.actor.accountId,
  }
  const signUpId = former?.id ?? newId(ctx.now.getTime())
  if (former) await change(ctx, signUpId, row)
  else await enter(ctx, { id: signUpId, gathering_id: id, person_id: personId, ...row })
  tell(ctx, 'signed_up', { gatheringId: id, signUpId, personId, status, onBehalf })
  return { signUpId, status, strength: outcome }
}

type Entered = {
  id: string
  gathering_id: string
  person_id: string
  status: string
  asked_at: string
  on_behalf: string
  by_account: string | null
  strength?: string
  consent_by?: string | null
  companion?: string | null
}

async function enter(ctx: Ctx, row: Entered): Promise<void> {
  await ctx.db
    .insertInto('gathering_sign_up')
    .values({ county: ctx.actor.county, ...row })
    .execute()
}

function liveSignUp(ctx: Ctx, gatheringId: string, personId: string) {
  return ctx.db
    .selectFrom('gathering_sign_up')
    .select(['id', 'status'])
    .where('county', '=', ctx.actor.county)
    .where('gathering_id', '=', gatheringId)
    .where('person_id', '=', personId)
    .where('status', 'not in', ['cancelled', 'declined'])
    .executeTakeFirst()
}

async function invite(ctx: Ctx, { id, people }: Input<Doors['invite']>): Promise<Output<Doors['invite']>> {
  await lockToKeep(ctx, id, 'change')
  const known = await ctx.db
    .selectFrom('person')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('id', 'in', [...new Set(people)])
    .where('status', '=', 'living')
    .where(rowsOf(ctx.actor, 'person'))
    .where(
      sql<boolean>`not exists (select from gathering_sign_up s where s.county = person.county and s.gathering_id = ${id}
        and s.person_id = person.id and s.status not in ('cancelled', 'declined'))`,
    )
    .execute()
  const row = {
    status: 'invited',
    asked_at: ctx.now.toISOString(),
    on_behalf: 'clerk',
    by_account: ctx.actor.accountId,
  }
  for (const person of known)
    await enter(ctx, { id: newId(ctx.now.getTime()), gathering_id: id, person_id: person.id, ...row })
  if (known.length)
    ctx.emit({ type: 'gatherings.invited', data: { gatheringId: id, people: known.map((one) => one.id) } })
  return { invited: known.length }
}

async function takeOffer(ctx: Ctx, { id, signUpId, onBehalf }: Input<Doors['takeOffer']>): Promise<{ ok: true }> {
  const row = await liveOf(ctx, id, signUpId)
  const isOpen = row.status === 'offered' && Date.parse(row.offered_until ?? '') >= ctx.now.getTime()
  ensure(isOpen, no.notSignedUp)
  ensure(!row.judged_again_at, no.wordMissing)
  const strength = await ensureStillFits(ctx, id, { ...row, id: signUpId })
  await change(ctx, signUpId, { status: 'in', offered_until: null, strength })
  tell(ctx, 'signed_up', { gatheringId: id, signUpId, personId: row.person_id, status: 'in', onBehalf })
  return { ok: true }
}

/** The word a changed plan waits for. Who is beyond their strength by the county's rule cannot be let in by any. */
async function consentToChange(ctx: Ctx, asked: Input<Doors['consentToChange']>): Promise<{ ok: true }> {
  const { id, signUpId, consentBy, companion } = asked
  const row = await liveOf(ctx, id, signUpId)
  ensure(row.judged_again_at, no.notAsked)
  ensure(row.strength !== 'refuse', no.stillBeyond)
  const answered = { judged_again_at: null, judged_from_during: null, judged_from_intensity: null }
  await change(ctx, signUpId, { consent_by: consentBy, companion, ...answered })
  return { ok: true }
}

async function cancelSignUp(ctx: Ctx, { id, signUpId, onBehalf }: Input<Doors['cancelSignUp']>): Promise<{ ok: true }> {
  const row = await liveOf(ctx, id, signUpId)
  const status = row.status === 'invited' ? 'declined' : 'cancelled'
  const ended = { ended_at: ctx.now.toISOString(), ended_by: ctx.actor.accountId, ended_on_behalf: onBehalf }
  await change(ctx, signUpId, { status, offered_until: null, ...ended })
  await offerPlaces(ctx, id)
  tell(ctx, 'sign_up_ended', { gatheringId: id, signUpId, personId: row.person_id, status, onBehalf })
  return { ok: true }
}

async function liveOf(ctx: Ctx, id: string, signUpId: string) {
  const gathering = await lockGathering(ctx, id)
  ensure(fits('signUp', gathering.status), () => over({ status: gathering.status }))
  const row = await ctx.db
    .selectFrom('gathering_sign_up as s')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 's.county').onRef('p.id', '=', 's.person_id'))
    .select(['s.person_id', 's.status', 's.offered_until', 's.strength', 's.judged_again_at'])
    .select(['s.consent_by', 's.companion'])
    .where('s.county', '=', ctx.actor.county)
    .where('s.id', '=', signUpId)
    .where('s.gathering_id', '=', id)
    .where(rowsOf(ctx.actor, 'p'))
    .executeTakeFirst()
  ensure(row, notFound)
  ensure(row.status !== 'cancelled' && row.status !== 'declined', no.notSignedUp)
  return row
}

type Told = { gatheringId: string; signUpId: string; personId: string; status: string; onBehalf: string }

/** Whoever hears of it also hears who acted, and for whom. */
function tell(ctx: Ctx, what: 'signed_up' | 'sign_up_ended', data: Told): void {
  ctx.emit({ type: `gatherings.${what}`, data: { ...data, byAccountId: ctx.actor.accountId } })
}

type Changed = Partial<Omit<Entered, 'id'>> & { offered_until?: string | null; judged_again_at?: null } & {
  judged_from_during?: null
  judged_from_intensity?: null
  ended_at?: string
  ended_by?: string | null
  ended_on_behalf?: string
}

async function change(ctx: Ctx, id: string, changes: Changed): Promise<void> {
  await ctx.db
    .updateTable('gathering_sign_up')
    .set(changes)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}

export const service: Service<Doors> = {
  listSignUps,
  judgeSignUp,
  signUp,
  invite,
  takeOffer,
  consentToChange,
  cancelSignUp,
}
