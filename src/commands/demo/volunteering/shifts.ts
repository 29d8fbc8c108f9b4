import { sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import {
  certificateDesk,
  checkIn,
  checkOut,
  claimTurn,
  confirmDesk,
  publishShift,
  starDesk,
} from '#modules/volunteering/index.ts'
import type { Task } from '#modules/volunteering/shifts/tasks/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refuse.ts'
import type { Act } from '../acts.ts'
import { Chance } from '../chance.ts'

const HOUR_MS = 3_600_000
export const WEEK_MS = 168 * HOUR_MS
/** Behind us; this week is the last of them. */
export const WEEKS = 40
const AHEAD = 3

/** What teams do every week: the first go out twice as long, so that some earn two stars. */
const PLANS: readonly (readonly [title: string, task: Task, weekday: number, hour: number, hours: number])[] = [
  ['医院陪诊值守', 'clinic', 2, 8, 8],
  ['社区健康服务站值班', 'clinic', 4, 8, 4],
  ['助餐点送餐上门', 'meals', 1, 10, 3],
  ['独居老人代买送货', 'shopping', 3, 9, 3],
  ['便民维修日', 'repair', 5, 9, 3],
  ['上门理发', 'haircut', 2, 9, 3],
  ['社区书画课助教', 'culture', 6, 9, 3],
  ['邻里调解接待', 'mediation', 4, 14, 3],
  ['结对陪聊', 'company', 3, 14, 3],
  ['手机课堂', 'digital', 5, 14, 3],
  ['护学岗与五老宣讲', 'young', 1, 7, 2],
  ['乡村集市政策咨询', 'policy', 6, 8, 3],
]

type Team = { id: string; placeCode: string; members: string[] }

/** Teams in the order they were founded, each with its members, the leader first. */
async function teamsOf(ctx: Ctx): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select t.id, t.place_code as "placeCode", array_agg(m.person_id order by m.role <> 'leader', m.id) as members
      from volunteer_team_published t join team_member m on m.county = t.county and m.team_id = t.id and upper_inf(m.during)
     where t.county = ${ctx.actor.county} and t.kind = 'team' and t.dissolved_on is null
     group by t.id, t.place_code order by t.id`.execute(ctx.db)
  return rows
}

const at = (ctx: Ctx, ms: number): Ctx => ({ ...ctx, now: new Date(ms) })
const iso = (ms: number) => new Date(ms).toISOString()

/** Monday, midnight in the office, of a week of the year that is built, the first being 0. */
export function weekOf(ctx: Ctx, week: number): number {
  const day = Math.floor((ctx.now.getTime() + 8 * HOUR_MS) / (24 * HOUR_MS))
  return (day - ((day + 3) % 7)) * 24 * HOUR_MS - 8 * HOUR_MS + (week - (WEEKS - 1)) * WEEK_MS
}

/** Every team's shift a week, from ten months ago to three weeks ahead. */
export async function publishShifts(ctx: Ctx): Promise<void> {
  const teams = await teamsOf(ctx)
  for (const [index, [title, task, weekday, hour, hours]] of PLANS.entries()) {
    const team = teams[index]
    if (!team) continue
    const first = weekOf(ctx, 0) + ((weekday - 1) * 24 + hour) * HOUR_MS
    await publishShift(at(ctx, first - WEEK_MS), {
      title,
      task,
      placeCode: team.placeCode,
      teamId: team.id,
      capacity: 3,
      openTo: 'team',
      startsAt: iso(first),
      endsAt: iso(first + hours * HOUR_MS),
      siteId: null,
      address: null,
      needId: null,
      servedPersonId: task === 'company' ? await aloneIn(ctx, team.placeCode) : null,
      organiserId: null,
      invited: [],
      note: null,
      repeat: { every: 'week', times: WEEKS + AHEAD },
    })
  }
}

/** Whom a team visits: somebody old who lives alone in its community. */
async function aloneIn(ctx: Ctx, placeCode: string): Promise<string | null> {
  const { lo, hi } = placeRange(placeCode)
  const { rows } = await sql<{ id: string }>`
    select id from person where county = ${ctx.actor.county} and status = 'living' and place_code between ${lo}::bigint and ${hi}::bigint
     order by coalesce(living_flags && '{lives_alone,empty_nest}', false) desc, birth_on limit 1`.execute(ctx.db)
  return rows[0]?.id ?? null
}

/** Who serves when, of all teams: claimed by their regulars, confirmed the next day; last week's still wait, the next are open. */
export async function servings(ctx: Ctx, seed: number): Promise<Act[]> {
  const teams = (await teamsOf(ctx)).slice(0, PLANS.length)
  const shifts = await shiftsOf(ctx)
  return teams.flatMap(({ id, members }, index) => {
    const chance = new Chance(seed + index)
    const regulars = members.slice(0, 2)
    return (shifts.get(id) ?? []).flatMap((shift) => {
      const helpers = chance.happens(0.15) ? [...regulars, ...members.slice(2, 3)] : regulars
      const coming = helpers.filter(() => chance.happens(0.93))
      return coming.map((personId) => serving(ctx, chance, { ...shift, personId }))
    })
  })
}

type Shift = { id: string; startsAt: number; endsAt: number }

/** The weekly shifts of each team, the first come first. */
async function shiftsOf(ctx: Ctx): Promise<Map<string, Shift[]>> {
  const { rows } = await sql<{ teamId: string; id: string; startsAt: string; endsAt: string }>`
    select s.team_id as "teamId", s.id, lower(g.during) as "startsAt", upper(g.during) as "endsAt"
      from shift s join gathering g on g.county = s.county and g.id = s.gathering_id
     where s.county = ${ctx.actor.county} and s.need_id is null order by g.during`.execute(ctx.db)
  const read = ({ id, startsAt, endsAt }: (typeof rows)[number]) => ({
    id,
    startsAt: Date.parse(startsAt),
    endsAt: Date.parse(endsAt),
  })
  return new Map([...Map.groupBy(rows, ({ teamId }) => teamId)].map(([teamId, shifts]) => [teamId, shifts.map(read)]))
}

/** All of one turn stands at the moment of its last act, as the ledger has it. */
function serving(ctx: Ctx, chance: Chance, { id, personId, startsAt, endsAt }: Shift & { personId: string }): Act {
  const now = ctx.now.getTime()
  const claimedAt = Math.min(now, startsAt - chance.int(20, 90) * HOUR_MS)
  const way = chance.weighted([
    ['word', 3],
    ['clerk', 2],
  ] as const)
  const [early, late] = [chance.int(0, 10), chance.int(0, 15)]
  const rating = chance.weighted([
    [5, 6],
    [4, 3],
    [3, 1],
  ] as const)
  const by = chance.weighted([
    ['served', 2],
    ['clerk', 3],
  ] as const)
  const confirmedAt = endsAt > now - WEEK_MS ? null : endsAt + 20 * HOUR_MS
  const isOver = endsAt <= now
  const run = async () => {
    const claimed = await claim(at(ctx, claimedAt), { id, personId })
    if (!claimed || !isOver) return
    await checkIn(at(ctx, startsAt - early * 60_000), { id: claimed, way, code: null })
    await checkOut(at(ctx, endsAt + late * 60_000), { id: claimed, way, code: null })
    if (confirmedAt) await confirmDesk.confirmTurn(at(ctx, confirmedAt), { id: claimed, rating, way: by })
  }
  return { at: at(ctx, confirmedAt ?? (isOver ? endsAt : now)), run }
}

/** Who has promised that hour elsewhere does not come. */
async function claim(ctx: Ctx, { id, personId }: { id: string; personId: string }): Promise<string | undefined> {
  const asked = { id, personId, onBehalf: 'self' as const, consentBy: 'self' as const, companion: '老伴' }
  try {
    return (await claimTurn(ctx, asked)).turnId
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Stars that were published and awarded, some still published, and a few certificates. */
export async function honourService(ctx: Ctx): Promise<void> {
  const then = at(ctx, ctx.now.getTime() - 4 * WEEK_MS)
  const people = await starDesk.listStarCandidates(then, { of: 'person', offset: 0, limit: 100 })
  const awarded = people.items.slice(0, Math.ceil(people.items.length * 0.6))
  const teams = await starDesk.listStarCandidates(then, { of: 'team', offset: 0, limit: 100 })
  const { ids } = await starDesk.publishStars(then, { items: [...awarded, ...teams.items.slice(0, 4)] })
  await starDesk.awardStars(at(ctx, then.now.getTime() + 2 * WEEK_MS), { ids })
  const recent = people.items.slice(awarded.length, awarded.length + 3)
  const lately = at(ctx, ctx.now.getTime() - 48 * HOUR_MS)
  const published = recent.length ? await starDesk.publishStars(lately, { items: recent }) : { ids: [] }
  const [doubted] = published.ids
  if (doubted) await starDesk.objectToStar(lately, { id: doubted, raisedBy: '匿名', words: '请核实九月份的服务时长' })
  for (const [n, { subjectId }] of awarded.slice(0, 6).entries()) {
    const office = { head: '高明远', handler: '周敏', phone: '0534-4261234' }
    const issuing = at(ctx, ctx.now.getTime() - (6 - n) * 60 * HOUR_MS)
    await certificateDesk.issueCertificate(issuing, { personId: subjectId, fromOn: null, toOn: null, ...office })
  }
}
