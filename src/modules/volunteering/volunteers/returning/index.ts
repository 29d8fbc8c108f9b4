import { sql } from 'kysely'
import { lastDeath } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Why everything ended, as it stands in each row. */
export const WITH_LIFE = '离世'

type Back = { personId: string; since: string }

/** What ended with a death that was taken back stands again: the registration, and each team and post that nobody else has since. Where it does not, the row says why. */
export async function comeBack(ctx: Ctx, personId: string): Promise<void> {
  const death = await lastDeath(ctx, personId)
  if (!death) return
  const back = { personId, since: death.recordedAt }
  await registerAgain(ctx, back)
  await toTeams(ctx, back)
  await toPosts(ctx, back)
}

async function registerAgain(ctx: Ctx, { personId, since }: Back): Promise<void> {
  await ctx.db
    .updateTable('volunteer')
    .set({ left_on: null, left_reason: null, version: sql<number>`version + 1` })
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('left_reason', '=', WITH_LIFE)
    .where('left_on', '>=', officeDay(new Date(since)))
    .execute()
}

/** The teams are locked as by whoever joins: of two who would lead, one does. */
async function toTeams(ctx: Ctx, { personId, since }: Back): Promise<void> {
  const county = ctx.actor.county
  const ended = sql`m.county = ${county} and m.person_id = ${personId} and m.reason = ${WITH_LIFE} and m.ended_at >= ${since}::timestamptz`
  await sql`select from volunteer_team t where t.county = ${county} and t.id in (select m.team_id from team_member m where ${ended})
    order by t.id for update`.execute(ctx.db)
  const found = await sql<{ id: string; why: string | null }>`
    select m.id, case when t.dissolved_on is not null then '队伍已解散'
                      when exists (${rival('team_member', sql`o.team_id = m.team_id and o.person_id = m.person_id`)}) then '已重新加入'
                      when m.role = 'leader' and exists (${rival('team_member', sql`o.team_id = m.team_id and o.role = 'leader'`)}) then '队长已由他人担任' end as why
      from team_member m join volunteer_team t on t.county = m.county and t.id = m.team_id where ${ended} order by m.id`.execute(
    ctx.db,
  )
  for (const row of found.rows) await standAgain(ctx, 'team_member', row)
}

async function toPosts(ctx: Ctx, { personId, since }: Back): Promise<void> {
  const county = ctx.actor.county
  const ended = sql`m.county = ${county} and m.person_id = ${personId} and m.reason = ${WITH_LIFE} and m.ended_at >= ${since}::timestamptz`
  await sql`select from grid_post g where g.county = ${county} and g.id in (select m.post_id from post_holding m where ${ended})
    order by g.id for update`.execute(ctx.db)
  const found = await sql<{ id: string; why: string | null }>`
    select m.id, case when g.closed_on is not null then '岗位已撤销'
                      when exists (${rival('post_holding', sql`o.post_id = m.post_id`)}) then '岗位已由他人担任' end as why
      from post_holding m join grid_post g on g.county = m.county and g.id = m.post_id where ${ended} order by m.id`.execute(
    ctx.db,
  )
  for (const row of found.rows) await standAgain(ctx, 'post_holding', row)
}

/** Another row that stands where this one would go on. */
function rival(table: 'team_member' | 'post_holding', same: ReturnType<typeof sql>) {
  return sql`select from ${sql.table(table)} o where o.county = m.county and o.id <> m.id and ${same}
    and o.during && daterange(upper(m.during), null)`
}

async function standAgain(
  ctx: Ctx,
  table: 'team_member' | 'post_holding',
  { id, why }: { id: string; why: string | null },
): Promise<void> {
  const changes = why
    ? sql`reason = ${`离世登记已撤销，没有恢复：${why}`}`
    : sql`during = daterange(lower(during), null), reason = null, ended_by = null, ended_at = null`
  await sql`update ${sql.table(table)} set ${changes} where county = ${ctx.actor.county} and id = ${id}`.execute(ctx.db)
}
