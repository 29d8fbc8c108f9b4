import { sql } from 'kysely'
import type { StrengthLimits } from '#modules/gatherings/codes/index.ts'
import { limitsOn } from '#modules/gatherings/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { NeedKindCode } from '../../codes/index.ts'
import { needsOf } from '../policy.ts'
import type { contract } from './contract.ts'
import { bestOf, readField } from './field/index.ts'
import { crewReasons, crewScore, type NeedFacts, reasonsFor } from './rules.ts'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const TEAMS = 5

/** Who could help with one need: the best fitting volunteers and teams, each with every reason in words. */
export async function listCandidates(
  ctx: Ctx,
  { id, most }: Input<typeof contract.listCandidates>,
): Promise<Output<typeof contract.listCandidates>> {
  const need = await factsOf(ctx, id)
  const field = await readField(ctx)
  const { best, considered } = bestOf(field, need, most)
  const people = best.map(({ volunteer, score, km }) => {
    const { personId, name, number, community, age, skills } = volunteer
    const reasons = reasonsFor(need, volunteer, km)
    return { personId, name, number, community, age, skills: [...skills], score: Math.round(score), reasons }
  })
  const teams = field.teams
    .map((team) => ({ team, score: crewScore(need, team) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, TEAMS)
    .map(({ team: { id: teamId, name, place, leader, ...crew }, score }) => {
      const reasons = crewReasons(need, { ...crew, place })
      return { id: teamId, name, place, leader, score: Math.round(score), reasons }
    })
  return { people, teams, considered }
}

const AT_ONCE = 200

/** The most urgent needs that wait for somebody, each with who fits best. Everybody who could be asked is read once for all of them. */
export async function proposeHelpers(
  ctx: Ctx,
  { most }: Input<typeof contract.proposeHelpers>,
): Promise<Output<typeof contract.proposeHelpers>> {
  const rows = await asked(ctx)
    .select(['n.id', sql<number>`(count(*) over ())::int`.as('total')])
    .where('n.status', '=', 'accepted')
    .orderBy('n.due_at')
    .orderBy('n.id')
    .limit(AT_ONCE)
    .execute()
  const limits = await limitsOn(ctx, officeDay(ctx.now))
  const field = rows.length ? await readField(ctx) : { volunteers: [], teams: [], km: () => null }
  const items = rows.map((row) => {
    const { best } = bestOf(field, factsIn(row, limits), most)
    const people = best.map(({ volunteer: { personId, name }, score }) => ({
      personId,
      name,
      score: Math.round(score),
    }))
    return { needId: row.id, people }
  })
  return { items, others: (rows[0]?.total ?? 0) - rows.length }
}

async function factsOf(ctx: Ctx, id: string): Promise<NeedFacts> {
  const row = await asked(ctx).where('n.id', '=', id).executeTakeFirst()
  ensure(row, notFound)
  return factsIn(row, await limitsOn(ctx, officeDay(ctx.now)))
}

/** What fitting somebody depends on, of the reader's needs. */
const asked = (ctx: Ctx) =>
  ctx.db
    .selectFrom('need as n')
    .select(['n.kind', 'n.place_code', 'n.person_id', 'n.intensity', 'n.minutes', 'n.wished_on'])
    .where('n.county', '=', ctx.actor.county)
    .where(needsOf(ctx.actor, 'n'))

type Asked = Awaited<ReturnType<ReturnType<typeof asked>['executeTakeFirstOrThrow']>>

function factsIn(row: Asked, limits: StrengthLimits): NeedFacts {
  return {
    kind: row.kind as NeedKindCode, // entered through the contract, which allows exactly these
    placeCode: row.place_code,
    personId: row.person_id,
    intensity: row.intensity,
    limits,
    minutes: row.minutes,
    day: row.wished_on && (DAYS[new Date(`${row.wished_on}T00:00:00Z`).getUTCDay()] ?? null),
  }
}
