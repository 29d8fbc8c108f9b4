import { sql } from 'kysely'
import { addPlace, placeDirectory } from '#modules/places/index.ts'
import {
  claimPost,
  foundTeam,
  joinTeam,
  openPost,
  recordTraining,
  registerVolunteer,
} from '#modules/volunteering/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Chance } from '../chance.ts'
import { CORPS, HALF_DAYS, SKILL_SHARES, TRAININGS } from './plan.ts'

const VOLUNTEERS = 320
const HEADS = 62
const ENTRANCES = 16
const VACANT = 6
const DIGITS = 19
const MONTH_MS = 30.4 * 86_400_000

/** The same office on an earlier day: what a year brings is written down day by day. */
export function before(ctx: Ctx, ms: number): Ctx {
  return { ...ctx, now: new Date(ctx.now.getTime() - ms) }
}

type OfficeHour = { ago: number; hour: number; minute?: number }

/** So many days ago at that hour of the office, whatever the hour is at which the county is built. */
export function onDay(ctx: Ctx, { ago, hour, minute = 0 }: OfficeHour): Ctx {
  const midnight = Date.parse(`${officeDay(before(ctx, ago * 86_400_000).now)}T00:00:00+08:00`)
  return { ...ctx, now: new Date(midnight + (hour * 60 + minute) * 60_000) }
}

type Neighbour = { id: string; placeCode: string }

/** Retired people under eighty whose home is known to their community, in the order of their records. */
async function neighboursOf(ctx: Ctx): Promise<Neighbour[]> {
  const youngest = Number(officeDay(ctx.now).slice(0, 4)) - 79
  const { rows } = await sql<Neighbour>`
    select id, place_code as "placeCode" from person_published
     where county = ${ctx.actor.county} and status = 'living' and kind = 'tuixiu' and birth_on >= ${String(youngest)}
       and place_code is not null and health in ('10', '20', '30') order by id`.execute(ctx.db)
  return rows
}

const ELDER_KINDS = ['cadre', 'teacher', 'expert', 'soldier', 'model'] as const

/** Volunteers, corps with their teams, and what they were taught, over the year before. */
export async function formTeams(ctx: Ctx, chance: Chance): Promise<void> {
  const people = chance.some(await neighboursOf(ctx), VOLUNTEERS)
  for (const { id } of people) {
    const skills = [...new Set([chance.weighted(SKILL_SHARES), chance.weighted(SKILL_SHARES)])]
    const elderKind = chance.happens(0.3) ? chance.pick(ELDER_KINDS) : null
    const facts = { skills, times: chance.some(HALF_DAYS, chance.int(2, 4)), elderKind, note: null }
    const since = before(ctx, chance.int(11, 13) * MONTH_MS)
    await registerVolunteer(since, { personId: id, weekMinutes: chance.pick([180, 240, 360, 480]), ...facts })
  }
  const founding = before(ctx, 11 * MONTH_MS)
  const codeOf = await codesOf(ctx)
  const free = new Set(people.map(({ id }) => id))
  for (const corps of CORPS) {
    const { name, purpose } = corps
    const at = { unitId: null, fields: [], purpose, parentId: null }
    const { teamId } = await foundTeam(founding, { kind: 'corps', name, placeCode: codeOf(corps.street, ''), ...at })
    for (const [team, street, community, fields] of corps.teams) {
      const placeCode = codeOf(street, community)
      const facts = { name: team, placeCode, fields: [...fields], parentId: teamId, unitId: null, purpose: null }
      const made = await foundTeam(founding, { kind: 'team', ...facts })
      const near = people.filter((one) => free.has(one.id) && one.placeCode.startsWith(placeCode.replace(/0+$/, '')))
      const others = people.filter((one) => free.has(one.id) && !near.includes(one))
      const members = [...near, ...others].slice(0, chance.int(9, 18))
      for (const [n, { id }] of members.entries()) {
        free.delete(id)
        const role = n === 0 ? 'leader' : n === 1 ? 'deputy' : 'member'
        const since = before(ctx, chance.int(2, 10) * MONTH_MS)
        await joinTeam(since, { id: made.teamId, personId: id, role })
      }
    }
  }
  await train(ctx, chance, { people, placeCode: codeOf('邢侗街道', '') })
}

type Taught = { people: readonly Neighbour[]; placeCode: string }

async function train(ctx: Ctx, chance: Chance, { people, placeCode }: Taught): Promise<void> {
  for (const [title, monthsAgo, minutes, trainer] of TRAININGS) {
    const held = before(ctx, monthsAgo * MONTH_MS)
    const there = chance.some(people, chance.int(18, 45)).map(({ id }) => id)
    const facts = { title, minutes, trainer, placeCode, teamId: null, heldOn: officeDay(held.now) }
    await recordTraining(held, { ...facts, people: there, result: chance.pick(['attended', 'passed']) })
  }
}

/** Street and community by their spoken names; no community is the street itself. */
async function codesOf(ctx: Ctx): Promise<(street: string, community: string) => string> {
  const { streets } = await placeDirectory(ctx)
  return (street, community) => {
    const above = streets.find((one) => one.short === street)
    const below = above?.communities.find((one) => one.short === community)
    return (below?.code ?? above?.code ?? '').padEnd(DIGITS, '0')
  }
}

/** 62 heads of buildings and entrances, and some posts that still wait for somebody. */
export async function claimHouses(ctx: Ctx, chance: Chance): Promise<void> {
  const { rows } = await sql<{ code: string }>`select code from place_published
    where county = ${ctx.actor.county} and level = 'building' order by code`.execute(ctx.db)
  const entrances: string[] = []
  for (const { code } of rows.slice(0, ENTRANCES / 2))
    for (const name of ['一单元', '二单元'])
      entrances.push((await addPlace(ctx, { under: code, level: 'entrance', name })).code)
  const volunteers = await sql<Neighbour>`
    select v.person_id as id, p.place_code as "placeCode" from volunteer_published v
      join person_published p on p.county = v.county and p.id = v.person_id
     where v.county = ${ctx.actor.county} order by v.number`.execute(ctx.db)
  const free = new Map(volunteers.rows.map((one) => [one.id, one]))
  const duties = '敲门问候、上报需求、邻里互助'
  const posts = [
    ...entrances.map((placeCode) => ({ kind: 'entrance_head' as const, placeCode })),
    ...rows
      .slice(0, HEADS - ENTRANCES + VACANT)
      .map(({ code }) => ({ kind: 'building_head' as const, placeCode: code })),
  ]
  for (const [n, post] of posts.entries()) {
    const since = before(ctx, chance.int(2, 10) * MONTH_MS)
    const { postId } = await openPost(since, { ...post, duties, intensity: 2 })
    if (n >= HEADS) continue
    const candidates = [...free.values()]
    const near = (digits: number) => candidates.find((one) => one.placeCode.startsWith(post.placeCode.slice(0, digits)))
    const holder = near(17) ?? near(14) ?? near(12) ?? near(9) ?? candidates[0]
    if (!holder) continue
    free.delete(holder.id)
    await claimPost(since, { id: postId, personId: holder.id, consentBy: 'self' })
  }
}
