import { limitsOn } from '#modules/gatherings/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { readVolunteers } from '../matching/field/index.ts'
import { strength } from '../matching/rules.ts'
import type { NeedRow } from '../policy.ts'
import * as no from '../words.ts'

type Consent = { consentBy: 'self' | 'family' | null; companion: string | null }
type Wanted = Consent & { helperId: string | null; teamId: string | null }

/** Who is to help: one volunteer of the actor's people, or one team of the county. Refuses who cannot; says whose consent it took. */
export async function helpersOf(ctx: Ctx, need: NeedRow, { helperId, teamId, ...given }: Wanted) {
  ensure((helperId === null) !== (teamId === null), no.oneHelper)
  if (helperId) await ensureVolunteer(ctx, need, helperId)
  const consent = helperId ? await consentFor(ctx, need, { ...given, helperId }) : null
  if (teamId) await ensureTeam(ctx, teamId)
  return { changes: { helper_id: helperId, team_id: teamId, shift_id: null }, consent }
}

async function ensureVolunteer(ctx: Ctx, need: NeedRow, helperId: string): Promise<void> {
  ensure(helperId !== need.person_id, no.notThemselves)
  const person = await ctx.db
    .selectFrom('person as p')
    .leftJoin('volunteer as v', (on) => on.onRef('v.county', '=', 'p.county').onRef('v.person_id', '=', 'p.id'))
    .select(['p.name', 'p.status', 'v.id', 'v.left_on'])
    .where('p.county', '=', ctx.actor.county)
    .where('p.id', '=', helperId)
    .where(rowsOf(ctx.actor, 'p'))
    .executeTakeFirst()
  ensure(person, notFound)
  const { name, status, id, left_on } = person
  ensure(status === 'living' && id !== null && left_on === null, () => no.notAVolunteer({ name }))
}

/** 量力而行: the same judgement that keeps somebody out of the candidates, or tells of them with care. */
async function consentFor(ctx: Ctx, need: NeedRow, { helperId, ...given }: Consent & { helperId: string }) {
  const [helper] = await readVolunteers(ctx, helperId)
  ensure(helper, notFound)
  const limits = await limitsOn(ctx, officeDay(ctx.now))
  const { outcome, reasons } = strength({ intensity: need.intensity, limits }, helper)
  const why = { reasons: reasons.map(({ zh }) => zh).join('；'), reasonsEn: reasons.map(({ en }) => en).join('; ') }
  ensure(outcome !== 'refuse', () => no.beyondStrength(why))
  if (outcome !== 'consent') return null
  const { consentBy, companion } = given
  ensure(consentBy && companion, () => no.consentNeeded(why))
  return no.consentNote(consentBy, companion)
}

async function ensureTeam(ctx: Ctx, teamId: string): Promise<void> {
  const team = await ctx.db
    .selectFrom('volunteer_team')
    .select('dissolved_on')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', teamId)
    .executeTakeFirst()
  ensure(team, notFound)
  ensure(team.dissolved_on === null, no.teamGone)
}
