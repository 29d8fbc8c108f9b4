import { attendance, calendar, feedback, signUps } from '#modules/gatherings/index.ts'
import { placeDirectory } from '#modules/places/index.ts'
import { findUnitByName } from '#modules/units/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refuse.ts'
import { Chance } from '../chance.ts'
import { BUREAU } from '../units/list.ts'
import { type Planned, yearOf } from './plan.ts'

const SEED = 2046
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const SAID = [
  '组织得很好，下回还来。',
  '讲得明白，听得懂。',
  '老同事见了面，心里高兴。',
  '地方有点挤，别的都好。',
  '时间再长一点就更好了。',
  '离家近，方便。',
]

type Held = Planned & { day: string; placeCode: string; siteId: string | null; hosts: string[] }

/** A year of gatherings: planned and signed up for in their time, held with their sheets, a few called off, some still to come. */
export async function gatherAll(ctx: Ctx): Promise<void> {
  const chance = new Chance(SEED)
  const today = officeDay(ctx.now)
  const hosts = (await findUnitByName(ctx, BUREAU)).slice(0, 1).map(({ id }) => id)
  for (const one of yearOf(today)) {
    const where = await whereOf(ctx, one)
    const people = await peopleAround(ctx, where.placeCode)
    await gather(ctx, { ...one, ...where, hosts }, { chance, people })
  }
}

async function whereOf(ctx: Ctx, one: Planned): Promise<{ placeCode: string; siteId: string | null }> {
  const { streets } = await placeDirectory(ctx)
  const street = streets.find(({ short }) => short === one.street)
  const community = street?.communities.find(({ short }) => short === one.community)
  const sites = ctx.db.selectFrom('site').select('id').where('county', '=', ctx.actor.county)
  const site = await sites.where('name', '=', one.site ?? '').executeTakeFirst()
  return { placeCode: (community?.code ?? street?.code ?? '').padEnd(19, '0'), siteId: site?.id ?? null }
}

/** Those of the street who are up to an outing, whose community knows where they live. */
async function peopleAround(ctx: Ctx, placeCode: string): Promise<string[]> {
  const street = placeCode.slice(0, 9)
  const rows = await ctx.db
    .selectFrom('person')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('status', '=', 'living')
    .where('kind', '=', 'tuixiu')
    .where('place_code', '>=', street.padEnd(19, '0'))
    .where('place_code', '<=', street.padEnd(19, '9'))
    .orderBy('id')
    .limit(160)
    .execute()
  return rows.map(({ id }) => id)
}

type Crowd = { chance: Chance; people: readonly string[] }

async function gather(ctx: Ctx, one: Held, { chance, people }: Crowd): Promise<void> {
  const start = Date.parse(`${one.day}T${one.at}:00+08:00`)
  const end = start + one.hours * HOUR_MS
  const at = (ms: number): Ctx => ({ ...ctx, now: new Date(Math.min(ms, ctx.now.getTime())) })
  const facts: Parameters<typeof calendar.planGathering>[1] = {
    kind: one.kind,
    title: one.title,
    placeCode: one.placeCode,
    siteId: one.siteId,
    address: one.address ?? null,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(end).toISOString(),
    signUp: 'open',
    signUpUntil: null,
    capacity: one.capacity ?? null,
    offerHours: 24,
    hosts: one.hosts,
    resources: one.cents ? [{ kind: 'funds', name: '活动经费', cents: one.cents, count: null, unitId: null }] : [],
    note: null,
    repeat: null,
  }
  // In some years two would fall on one hour of one room: then there is one.
  const planned = await calendar.planGathering(at(start - 14 * DAY_MS), facts).catch(orHome)
  const id = planned?.ids[0]
  if (!id) return
  const came = await ask(at(start - 5 * DAY_MS), id, chance.shuffled(people).slice(0, one.asked))
  if (one.cancelledFor)
    await calendar.cancelGathering(at(start - DAY_MS), { id, reason: one.cancelledFor, span: 'one' })
  else if (end < ctx.now.getTime()) await hold(at(end), { id, came, chance })
}

/** Whoever it is too much for, or who has something else at the hour, stays at home. */
async function ask(ctx: Ctx, id: string, people: readonly string[]): Promise<string[]> {
  const placed: string[] = []
  for (const [at, personId] of people.entries()) {
    const onBehalf = at % 5 === 0 ? 'family' : at % 2 ? 'self' : 'clerk'
    const asked = { id, personId, onBehalf, consentBy: null, companion: null } as const
    const done = await signUps.signUp(ctx, asked).catch(orHome)
    if (done?.status === 'in') placed.push(personId)
  }
  return placed
}

function orHome(error: unknown): undefined {
  if (error instanceof Refusal) return
  throw error
}

async function hold(ctx: Ctx, { id, came, chance }: { id: string; came: string[]; chance: Chance }): Promise<void> {
  const marks = came.map((personId) => ({
    personId,
    state: chance.weighted([
      ['present', 86] as const,
      ['excused', 8] as const,
      ['absent', 5] as const,
      ['home', 1] as const,
    ]),
    way: 'sheet' as const,
  }))
  if (!marks.some(({ state }) => state === 'present')) return
  await attendance.markAttendance(ctx, { id, marks })
  await attendance.closeGathering(ctx, { id })
  for (const { personId } of marks.filter(({ state }) => state === 'present').slice(0, chance.int(0, 4))) {
    const words = chance.happens(0.6) ? chance.pick(SAID) : null
    await feedback.giveFeedback(ctx, { id, personId, stars: chance.happens(0.7) ? 5 : 4, words, onBehalf: 'clerk' })
  }
}
