import { sql } from 'kysely'
import { actingFor } from '#modules/accounts/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, keeping, notFound } from '#platform/refuse.ts'
import {
  agree,
  checkIn,
  checkOut,
  endSwap,
  lockVolunteer,
  offerTurn,
  refuse,
  takeSwap,
  wrongCode,
} from '../../shifts/index.ts'
import { noTurn } from '../words.ts'
import type { contract } from './contract.ts'
import { notMate, tooManyCodes } from './words.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>

/** Six digits are not found by trying ten of a million. */
const WRONG_CODES = 10

type OwnTurn = { id: string; wrongCodes: number; code: string; title: string; startsAt: string }

async function ownTurn(
  ctx: Ctx,
  { personId, id }: { personId: string; id: string },
  status: 'claimed' | 'started',
): Promise<OwnTurn> {
  const { rows } = await sql<OwnTurn>`
    select t.id, t.wrong_codes as "wrongCodes", s.served_code as code, g.title, lower(g.during) as "startsAt" from shift_turn t
      join shift s on s.county = t.county and s.id = t.shift_id
      join gathering g on g.county = s.county and g.id = s.gathering_id
     where t.county = ${ctx.actor.county} and t.shift_id = ${id} and t.person_id = ${personId} and t.status = ${status}`.execute(
    ctx.db,
  )
  const [turn] = rows
  ensure(turn, noTurn)
  return turn
}

/** The turn of who typed the code of whom they came to see. A wrong one is counted although it is refused. */
async function turnBy(ctx: Ctx, typed: In<'checkInMyTurn'>, status: 'claimed' | 'started'): Promise<string> {
  await actingFor(ctx, typed.personId)
  // One try after another: ten at once are ten tries.
  await lockVolunteer(ctx, typed.personId)
  const turn = await ownTurn(ctx, typed, status)
  ensure(turn.wrongCodes < WRONG_CODES, tooManyCodes)
  if (typed.code === turn.code) return turn.id
  await sql`update shift_turn set wrong_codes = wrong_codes + 1 where county = ${ctx.actor.county} and id = ${turn.id}`.execute(
    ctx.db,
  )
  throw keeping(wrongCode())
}

async function checkInMyTurn(ctx: Ctx, typed: In<'checkInMyTurn'>): Out<'checkInMyTurn'> {
  return checkIn(ctx, { id: await turnBy(ctx, typed, 'claimed'), way: 'served_code', code: typed.code })
}

async function checkOutMyTurn(ctx: Ctx, typed: In<'checkOutMyTurn'>): Out<'checkOutMyTurn'> {
  return checkOut(ctx, { id: await turnBy(ctx, typed, 'started'), way: 'served_code', code: typed.code })
}

type Offered = Awaited<Out<'mySwaps'>>['offered'][number]
type Given = Awaited<Out<'mySwaps'>>['mine'][number]

/** Swaps not settled yet, of turns that have not begun. */
async function mySwaps(ctx: Ctx, { personId }: In<'mySwaps'>): Out<'mySwaps'> {
  await actingFor(ctx, personId)
  const from = sql`
      from shift_swap x
      join shift_turn t on t.county = x.county and t.id = x.turn_id and t.status = 'claimed'
      join shift s on s.county = t.county and s.id = t.shift_id
      join gathering g on g.county = s.county and g.id = s.gathering_id
      join place p on p.county = g.county and p.code = g.place_code
     where x.county = ${ctx.actor.county} and x.status in ('offered', 'taken') and lower(g.during) > ${ctx.now.toISOString()}::timestamptz`
  const offered = await sql<Offered>`
    select x.id, s.id as "shiftId", g.title, concat_ws(' · ', p.short, g.address) as "where", lower(g.during) as "startsAt", coalesce(swap_name(x.id), '') as "by", x.status
      ${from} and x.to_person_id = ${personId} order by lower(g.during), x.id`.execute(ctx.db)
  const mine = await sql<Given>`
    select x.id, s.id as "shiftId", coalesce(swap_name(x.id), '') as "to", x.status
      ${from} and t.person_id = ${personId} order by x.id`.execute(ctx.db)
  return { offered: offered.rows, mine: mine.rows }
}

type Mate = Awaited<Out<'mySwapMates'>>['items'][number]

/** Who of the team has no turn in this shift yet. */
async function matesFor(ctx: Ctx, { personId, id }: In<'mySwapMates'>): Promise<Mate[]> {
  const { rows } = await sql<Mate>`
    select m.person_id as "personId", m.name, m.team from team_mates(${personId}::uuid, ${officeDay(ctx.now)}::date) m
     where not exists (select from shift_turn t where t.county = ${ctx.actor.county} and t.shift_id = ${id} and t.person_id = m.person_id
                          and t.status not in ('cancelled', 'refused', 'reversed', 'missed'))
     order by m.name, m.person_id`.execute(ctx.db)
  return rows
}

async function mySwapMates(ctx: Ctx, asked: In<'mySwapMates'>): Out<'mySwapMates'> {
  await actingFor(ctx, asked.personId)
  const { title, startsAt } = await ownTurn(ctx, asked, 'claimed')
  return { title, startsAt, items: await matesFor(ctx, asked) }
}

async function offerMyTurn(ctx: Ctx, asked: In<'offerMyTurn'>): Out<'offerMyTurn'> {
  const { as } = await actingFor(ctx, asked.personId)
  const turn = await ownTurn(ctx, asked, 'claimed')
  const mates = await matesFor(ctx, asked)
  ensure(
    mates.some(({ personId }) => personId === asked.toPersonId),
    notMate,
  )
  return offerTurn(ctx, { id: turn.id, toPersonId: asked.toPersonId, onBehalf: as })
}

/** Whether somebody offered the swap or was asked; whoever is neither does not find it. */
async function partOf(ctx: Ctx, { personId, id }: In<'takeMySwap'>): Promise<'giver' | 'taker'> {
  const { rows } = await sql<{ giver: string; taker: string }>`
    select t.person_id as giver, x.to_person_id as taker from shift_swap x
      join shift_turn t on t.county = x.county and t.id = x.turn_id
     where x.county = ${ctx.actor.county} and x.id = ${id}`.execute(ctx.db)
  const [swap] = rows
  ensure(swap && [swap.giver, swap.taker].includes(personId), notFound)
  return swap.taker === personId ? 'taker' : 'giver'
}

async function takeMySwap(ctx: Ctx, asked: In<'takeMySwap'>): Out<'takeMySwap'> {
  const { as } = await actingFor(ctx, asked.personId)
  ensure((await partOf(ctx, asked)) === 'taker', notFound)
  return takeSwap(ctx, { id: asked.id, onBehalf: as })
}

async function endMySwap(ctx: Ctx, asked: In<'endMySwap'>): Out<'endMySwap'> {
  await actingFor(ctx, asked.personId)
  const part = await partOf(ctx, asked)
  return endSwap(ctx, { id: asked.id, as: part === 'giver' ? 'withdrawn' : 'declined' })
}

type ToDecide = Awaited<Out<'swapsToDecide'>>['items'][number]

async function swapsToDecide(ctx: Ctx, { personId }: In<'swapsToDecide'>): Out<'swapsToDecide'> {
  await actingFor(ctx, personId)
  const { rows } = await sql<ToDecide>`
    select d.id, d.title, d.address as "where", d.starts_at as "startsAt", d.giver_name as "from", d.taker_name as "to"
      from swaps_to_decide(${personId}::uuid, ${ctx.now.toISOString()}::timestamptz) d order by d.starts_at, d.id`.execute(
    ctx.db,
  )
  return { items: rows }
}

/** The leader's word opens the rows of the two who swap, for as long as this act and nobody else's. */
async function decideSwap(ctx: Ctx, { personId, id, agrees }: In<'decideSwap'>): Out<'decideSwap'> {
  await actingFor(ctx, personId)
  const { rows } = await sql<{ both: string[] | null }>`
    select open_swap(${id}::uuid, ${personId}::uuid, ${ctx.now.toISOString()}::timestamptz) as both`.execute(ctx.db)
  const both = rows[0]?.both
  ensure(both, notFound)
  const { actor } = ctx
  const people = [...(actor.scope.people ?? []), ...both]
  const wide: Ctx = { ...ctx, actor: { ...actor, scope: { ...actor.scope, people } } }
  const decided = { id, leaderId: personId }
  await (agrees ? agree(wide, decided) : refuse(wide, decided))
  return { ok: true }
}

export const service: Service<Doors> = {
  checkInMyTurn,
  checkOutMyTurn,
  mySwaps,
  mySwapMates,
  offerMyTurn,
  takeMySwap,
  endMySwap,
  swapsToDecide,
  decideSwap,
}
