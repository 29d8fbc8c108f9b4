import { sql } from 'kysely'
import { passPlace } from '#modules/gatherings/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { lockShift, lockTurn, lockVolunteer, mayKeep } from '../policy.ts'
import { ensureNoOther, ensureServes, enterTurn, setTurn } from '../turns/index.ts'
import { outsideArea } from '../words.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Doors = typeof contract

export async function offerTurn(ctx: Ctx, asked: Input<Doors['offerTurn']>): Promise<Output<Doors['offerTurn']>> {
  const { id, toPersonId, onBehalf } = asked
  const { turn, shift } = await lockTurn(ctx, id, 'swap')
  ensure(turn.person_id !== toPersonId, no.sameOne)
  ensure(Date.parse(shift.from) > ctx.now.getTime(), no.begun)
  ensure(!(await openSwapOf(ctx, id)), no.alreadyOffered)
  await ensureServes(ctx, shift, toPersonId)
  await ensureNoOther(ctx, toPersonId, shift)
  const swapId = newId(ctx.now.getTime())
  const row = { county: ctx.actor.county, id: swapId, turn_id: id, to_person_id: toPersonId, status: 'offered' }
  const stamp = { offered_by: ctx.actor.accountId, offered_at: ctx.now.toISOString(), on_behalf: onBehalf }
  await ctx.db
    .insertInto('shift_swap')
    .values({ ...row, ...stamp })
    .execute()
  ctx.emit({ type: 'shifts.swap_offered', data: { swapId, shiftId: shift.id, toPersonId } })
  return { swapId }
}

function openSwapOf(ctx: Ctx, turnId: string) {
  return ctx.db
    .selectFrom('shift_swap')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('turn_id', '=', turnId)
    .where('status', 'in', ['offered', 'taken'])
    .executeTakeFirst()
}

async function lockSwap(ctx: Ctx, id: string) {
  const swap = await ctx.db
    .selectFrom('shift_swap')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  ensure(swap, notFound)
  return swap
}

/** Only who looks after the person may say yes for them. */
async function ensureOurs(ctx: Ctx, personId: string): Promise<void> {
  const person = ctx.db.selectFrom('person').select('id').where('county', '=', ctx.actor.county)
  ensure(await person.where('id', '=', personId).where(rowsOf(ctx.actor, 'person')).executeTakeFirst(), notFound)
}

export async function takeSwap(ctx: Ctx, { id, onBehalf }: Input<Doors['takeSwap']>): Promise<{ ok: true }> {
  const swap = await lockSwap(ctx, id)
  await ensureOurs(ctx, swap.to_person_id)
  ensure(swap.status === 'offered', no.notNow)
  const taken = { taken_by: ctx.actor.accountId, taken_at: ctx.now.toISOString(), taken_on_behalf: onBehalf }
  await setSwap(ctx, id, { status: 'taken', ...taken })
  ctx.emit({ type: 'shifts.swap_taken', data: { swapId: id, turnId: swap.turn_id } })
  return { ok: true }
}

/** Who keeps the shift agrees, of their own or at the word of a leader of its team. */
export async function agreeToSwap(ctx: Ctx, asked: Input<Doors['agreeToSwap']>): Promise<Output<Doors['agreeToSwap']>> {
  await ensureMayDecide(ctx, asked)
  return agree(ctx, asked)
}

type Deciding = { id: string; leaderId: string | null }

async function ensureMayDecide(ctx: Ctx, { id, leaderId }: Deciding): Promise<void> {
  const swap = await partiesOf(ctx, id)
  ensure(mayKeep(ctx.actor, swap.placeCode), outsideArea)
  const leaders = await leadersFor(ctx, swap)
  ensure(leaderId === null || leaders.some(({ personId }) => personId === leaderId), no.notLeader)
}

type Parties = { giver: string; taker: string; teamId: string | null; placeCode: string }

/** Who swaps, in which team's shift; nothing is locked yet. */
async function partiesOf(ctx: Ctx, id: string): Promise<Parties> {
  const { rows } = await sql<Parties>`
    select t.person_id as giver, x.to_person_id as taker, s.team_id as "teamId", g.place_code as "placeCode"
      from shift_swap x join shift_turn t on t.county = x.county and t.id = x.turn_id
      join shift s on s.county = t.county and s.id = t.shift_id join gathering g on g.county = s.county and g.id = s.gathering_id
     where x.county = ${ctx.actor.county} and x.id = ${id}`.execute(ctx.db)
  ensure(rows[0], notFound)
  return rows[0]
}

/** The leaders of the team whose turn it is, but neither of the two. */
async function leadersFor(ctx: Ctx, { teamId, giver, taker }: Parties): Promise<{ personId: string; name: string }[]> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select m.person_id as "personId", p.name from team_member m join person p on p.county = m.county and p.id = m.person_id
     where m.county = ${ctx.actor.county} and m.team_id = ${teamId} and m.role <> 'member' and m.during @> ${officeDay(ctx.now)}::date
       and p.id not in (${giver}, ${taker})
     order by m.role desc, p.name`.execute(ctx.db)
  return rows
}

/** The turn changes hands at once, with the place in the shift. */
export async function agree(ctx: Ctx, { id, leaderId }: Deciding): Promise<{ turnId: string }> {
  const swap = await lockSwap(ctx, id)
  ensure(swap.status === 'taken', no.notNow)
  await lockVolunteer(ctx, swap.to_person_id)
  const { turn, shift } = await lockTurn(ctx, swap.turn_id, 'swap')
  ensure(Date.parse(shift.from) > ctx.now.getTime(), no.begun)
  await ensureNoOther(ctx, swap.to_person_id, shift)
  await setTurn(ctx, turn.id, { status: 'cancelled', ended_by: ctx.actor.accountId, ended_at: ctx.now.toISOString() })
  const onBehalf = (swap.taken_on_behalf ?? 'clerk') as 'self' | 'family' | 'clerk' // the column's check allows exactly these
  const place = {
    gatheringId: shift.gatheringId,
    signUpId: turn.sign_up_id ?? '',
    toPersonId: swap.to_person_id,
    onBehalf,
  }
  const signUpId = turn.sign_up_id ? await passPlace(ctx, place) : null
  const turnId = await enterTurn(ctx, shift, { personId: swap.to_person_id, status: 'claimed', signUpId, onBehalf })
  await settleSwap(ctx, id, { status: 'agreed', leaderId })
  ctx.emit({ type: 'shifts.swapped', data: { shiftId: shift.id, from: turn.person_id, to: swap.to_person_id, turnId } })
  return { turnId }
}

/** Refused, the turn stays with whose it is. */
export async function refuseSwap(ctx: Ctx, asked: Input<Doors['refuseSwap']>): Promise<{ ok: true }> {
  await ensureMayDecide(ctx, asked)
  return refuse(ctx, asked)
}

export async function refuse(ctx: Ctx, { id, leaderId }: Deciding): Promise<{ ok: true }> {
  const { status } = await lockSwap(ctx, id)
  ensure(status === 'offered' || status === 'taken', no.notNow)
  await settleSwap(ctx, id, { status: 'declined', leaderId })
  return { ok: true }
}

async function listLeaders(ctx: Ctx, { id }: Input<Doors['listLeaders']>): Promise<Output<Doors['listLeaders']>> {
  return { items: await leadersFor(ctx, await partiesOf(ctx, id)) }
}

export async function endSwap(ctx: Ctx, { id, as }: Input<Doors['endSwap']>): Promise<{ ok: true }> {
  const swap = await lockSwap(ctx, id)
  ensure(swap.status === 'offered' || swap.status === 'taken', no.notNow)
  const turn = ctx.db.selectFrom('shift_turn').select(['person_id', 'shift_id']).where('county', '=', ctx.actor.county)
  const { person_id, shift_id } = await turn.where('id', '=', swap.turn_id).executeTakeFirstOrThrow()
  const keeps = mayKeep(ctx.actor, (await lockShift(ctx, shift_id)).placeCode)
  if (!keeps) await ensureOurs(ctx, as === 'withdrawn' ? person_id : swap.to_person_id)
  await settleSwap(ctx, id, { status: as, leaderId: null })
  return { ok: true }
}

type Settled = { status: 'agreed' | 'declined' | 'withdrawn'; leaderId: string | null }

async function settleSwap(ctx: Ctx, id: string, { status, leaderId: leader_id }: Settled): Promise<void> {
  await setSwap(ctx, id, { status, leader_id, decided_by: ctx.actor.accountId, decided_at: ctx.now.toISOString() })
}

type SwapChanges = {
  status: string
  taken_by?: string | null
  taken_at?: string
  taken_on_behalf?: string
  decided_by?: string | null
  decided_at?: string
  leader_id?: string | null
}

async function setSwap(ctx: Ctx, id: string, changes: SwapChanges): Promise<void> {
  await ctx.db
    .updateTable('shift_swap')
    .set(changes)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}

export const service: Service<Doors> = { offerTurn, takeSwap, agreeToSwap, refuseSwap, listLeaders, endSwap }
