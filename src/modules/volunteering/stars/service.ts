import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { isByWeekdays, lastKnownYear, ownDays, shiftedDays, workingDayAfter } from '#platform/working-days/index.ts'
import type { contract } from './contract.ts'
import { listStars } from './list/index.ts'
import { answerObjection, objectToStar, openObjections } from './objections/index.ts'
import { levelOf, PUBLIC_DAYS } from './rules.ts'
import { hoursOn, nextScheme } from './scheme/index.ts'
import { type Kind, type Standing, standingOf, standings } from './subjects/index.ts'
import * as no from './words.ts'

type Doors = typeof contract

async function listStarCandidates(
  ctx: Ctx,
  { of, offset, limit }: Input<Doors['listStarCandidates']>,
): Promise<Output<Doors['listStarCandidates']>> {
  const { hours } = await hoursOn(ctx, officeDay(ctx.now))
  const reached = sql.join(
    hours.map((least) => sql`(minutes >= ${least * 60})::int`),
    sql` + `,
  )
  const candidates = sql`
    select * from (select s.*, ${reached} as level from (${standings(ctx, of)}) s) l where level > current`
  const { rows } = await sql<Standing & { level: number }>`
    ${candidates} order by level desc, minutes desc, "subjectId" offset ${offset} limit ${limit}`.execute(ctx.db)
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from (${candidates}) all_of_them`.execute(ctx.db)
  return { items: rows.map((row) => ({ of, ...row })), total: counted[0]?.total ?? 0 }
}

/** What the records say is published, never what somebody types: the level is asked for and proved. */
async function publishStars(ctx: Ctx, { items }: Input<Doors['publishStars']>): Promise<Output<Doors['publishStars']>> {
  const today = officeDay(ctx.now)
  const { hours } = await hoursOn(ctx, today)
  const own = await ownDays(ctx)
  const untilOn = workingDayAfter(today, PUBLIC_DAYS, own)
  const ids: string[] = []
  for (const { of, subjectId, level } of items) {
    const standing = await ensureReached(ctx, { of, subjectId, level, hours })
    const id = newId(ctx.now.getTime())
    const subject = { person_id: of === 'person' ? subjectId : null, team_id: of === 'team' ? subjectId : null }
    const row = { county: ctx.actor.county, id, ...subject, level, minutes: standing.minutes, status: 'published' }
    const written = await ctx.db
      .insertInto('star_award')
      .values({ ...row, published_on: today, until_on: untilOn, published_by: ctx.actor.accountId })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst()
    ensure(Number(written.numInsertedOrUpdatedRows) === 1, () => no.publishedBefore({ name: standing.name }))
    ids.push(id)
  }
  ctx.emit({ type: 'stars.published', data: { ids, untilOn } })
  return { ids, untilOn, isByWeekdays: isByWeekdays(today, untilOn, own) }
}

type Reaching = { of: Kind; subjectId: string; level: number; hours: readonly number[] }

async function ensureReached(ctx: Ctx, { of, subjectId, level, hours }: Reaching): Promise<Standing> {
  const standing = await standingOf(ctx, of, subjectId)
  ensure(standing, notFound)
  const { name, minutes } = standing
  ensure(levelOf(minutes, hours) >= level, () => no.notReached({ name, level, hours: Math.floor(minutes / 60) }))
  return standing
}

async function awardStars(ctx: Ctx, { ids }: Input<Doors['awardStars']>): Promise<Output<Doors['awardStars']>> {
  const wanted = [...new Set(ids)].toSorted()
  for (const id of wanted) await award(ctx, id)
  ctx.emit({ type: 'stars.awarded', data: { ids: wanted } })
  return { awarded: wanted.length }
}

async function award(ctx: Ctx, id: string): Promise<void> {
  const today = officeDay(ctx.now)
  const row = await lockStar(ctx, id)
  ensure(row.status === 'published', no.settled)
  ensure(today > row.until_on, () => no.stillPublic({ until: row.until_on }))
  const open = await openObjections(ctx, id)
  ensure(open === 0, () => no.objections({ count: open }))
  // Records may have been reversed since it was published.
  const { hours } = await hoursOn(ctx, row.published_on)
  const of = row.person_id ? 'person' : 'team'
  await ensureReached(ctx, { of, subjectId: row.person_id ?? row.team_id ?? '', level: row.level, hours })
  await ctx.db
    .updateTable('star_award')
    .set({ status: 'awarded', awarded_on: today, awarded_by: ctx.actor.accountId })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}

async function lockStar(ctx: Ctx, id: string) {
  const query = ctx.db.selectFrom('star_award').selectAll().where('county', '=', ctx.actor.county)
  const row = await query.where('id', '=', id).forUpdate().executeTakeFirst()
  ensure(row, notFound)
  return row
}

async function readStarScheme(ctx: Ctx): Promise<Output<Doors['readStarScheme']>> {
  const now = await hoursOn(ctx, officeDay(ctx.now))
  return { ...now, next: await nextScheme(ctx), shiftedDays: await shiftedDays(ctx), lastKnownYear }
}

async function setStarScheme(
  ctx: Ctx,
  { hours, validFrom, shiftedDays: days }: Input<Doors['setStarScheme']>,
): Promise<{ ok: true }> {
  ensure(validFrom >= officeDay(ctx.now), no.schemeOfPast)
  const county = ctx.actor.county
  const stamp = { set_by: ctx.actor.accountId, set_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('star_scheme')
    .values({ county, valid_from: validFrom, hours, ...stamp })
    .onConflict((on) => on.columns(['county', 'valid_from']).doUpdateSet({ hours, ...stamp }))
    .execute()
  if (!days) return { ok: true }
  await ctx.db.deleteFrom('shifted_day').where('county', '=', county).execute()
  const last = [...new Map(days.map((one) => [one.day, one])).values()]
  const rows = last.map(({ day, isWorking }) => ({ county, day, is_working: isWorking }))
  if (rows.length) await ctx.db.insertInto('shifted_day').values(rows).execute()
  return { ok: true }
}

export const service: Service<Doors> = {
  listStarCandidates,
  listStars,
  publishStars,
  objectToStar,
  answerObjection,
  awardStars,
  readStarScheme,
  setStarScheme,
}
