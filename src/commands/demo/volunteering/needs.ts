import { sql } from 'kysely'
import { listCandidates, needDesk, raiseNeed } from '#modules/volunteering/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Chance } from '../chance.ts'
import { onDay } from './people.ts'
import { ASKED } from './plan.ts'

const NEEDS = 124
const YEAR_DAYS = 365

const CHANNELS = [
  ['grid', 34],
  ['phone', 24],
  ['visit', 18],
  ['own', 10],
  ['paper', 8],
  ['unit', 6],
] as const
const ASKERS = [
  ['self', 58],
  ['family', 24],
  ['neighbour', 10],
  ['clerk', 8],
] as const
const URGENCIES = [
  ['normal', 60],
  ['week', 30],
  ['today', 10],
] as const
const RELATIONS = {
  family: ['女儿来电', '儿子来电', '老伴代说'],
  neighbour: ['对门邻居', '楼长'],
  clerk: ['网格员走访'],
}

type Elder = { id: string; placeCode: string }

/** A year of needs: the older ones are closed, with a few declined or withdrawn; those of the last weeks stand in every state. */
export async function askForHelp(ctx: Ctx, chance: Chance): Promise<void> {
  const { rows: elders } = await sql<Elder>`
    select id, place_code as "placeCode" from person_published
     where county = ${ctx.actor.county} and status = 'living' and place_code % 10000000000 <> 0 and birth_on < '1950' order by id`.execute(
    ctx.db,
  )
  const days = Array.from({ length: NEEDS }, () => Math.floor(YEAR_DAYS * chance.next() ** 1.6)).sort((a, b) => b - a)
  for (const ago of days) await live(ctx, chance, { ago, elder: chance.pick(elders) })
}

async function live(ctx: Ctx, chance: Chance, { ago, elder }: { ago: number; elder: Elder }): Promise<void> {
  const hour = chance.int(8, 14)
  const at = (passed: number) => later(ctx, { ago, hour }, passed)
  const [kind, , sayings] = chance.weighted(ASKED.map((one) => [one, one[1]] as const))
  const onBehalf = chance.weighted(ASKERS)
  const asker = onBehalf === 'self' ? null : chance.pick(RELATIONS[onBehalf])
  const facts = {
    kind,
    words: chance.pick(sayings),
    urgency: chance.weighted(URGENCIES),
    channel: chance.weighted(CHANNELS),
  }
  const isForHouse = kind === 'repair' && chance.happens(0.25)
  const whom = { personId: isForHouse ? null : elder.id, placeCode: isForHouse ? elder.placeCode : null }
  const { needId: id } = await raiseNeed(at(0), { ...facts, onBehalf, asker, ...whom })
  const end = chance.next()
  if (end < 0.04) await needDesk.declineNeed(at(1), { id, reason: '属物业维修范围，已转物业' })
  else if (end < 0.1) await needDesk.withdrawNeed(at(1), { id, reason: '子女已回来照顾' })
  else await goOn(chance, { id, at, steps: stepsBy(ago, chance) })
}

/** What follows comes so many days on, in the hours of the office; what would lie ahead is done now. */
function later(ctx: Ctx, { ago, hour }: { ago: number; hour: number }, passed: number): Ctx {
  const whole = Math.floor(passed)
  const at = onDay(ctx, { ago: ago - whole, hour: hour + Math.round((passed - whole) * 6) })
  return at.now < ctx.now ? at : ctx
}

/** How far a need has come: nobody waits for months, and what is new is not done yet. */
function stepsBy(ago: number, chance: Chance): number {
  if (ago > 25) return 5
  if (ago > 10) return chance.int(3, 5)
  if (ago > 3) return chance.int(1, 4)
  return chance.int(0, 2)
}

type Going = { id: string; at: (days: number) => Ctx; steps: number }

async function goOn(chance: Chance, { id, at, steps }: Going): Promise<void> {
  if (steps >= 1) await needDesk.acceptNeed(at(0.3), { id, note: null })
  if (steps >= 2) {
    const { people, teams } = await listCandidates(at(1), { id, most: 6 })
    const isTeam = chance.happens(0.3)
    const helperId = isTeam ? null : (people[chance.int(0, Math.max(0, people.length - 1))]?.personId ?? null)
    const teamId = helperId === null ? (teams[0]?.id ?? null) : null
    await needDesk.matchNeed(at(1), { id, helperId, teamId, consentBy: 'self', companion: '网格员', note: null })
  }
  if (steps >= 3) await needDesk.beginNeed(at(1.5), { id, note: null })
  if (steps >= 4) await needDesk.serveNeed(at(2.5), { id, note: null })
  if (steps >= 5) {
    const satisfaction = chance.weighted([5, 5, 5, 4, 4, 3].map((stars) => [stars, 1] as const))
    await needDesk.closeNeed(at(4), { id, satisfaction, note: null })
  }
}
