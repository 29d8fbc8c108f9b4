import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isOneself } from '#platform/oneself.ts'
import { rowsOf } from '#platform/scope.ts'
import { isByWeekdays, type OwnDays, ownDays } from '#platform/working-days/index.ts'
import type { contract } from '../contract.ts'

type Doors = typeof contract
type Line = Output<Doors['listStars']>['items'][number]

/** Stars of the people the reader looks after and of all teams, with what was objected to them. */
export async function listStars(
  ctx: Ctx,
  { of, subjectId, status, level, offset, limit }: Input<Doors['listStars']>,
): Promise<Output<Doors['listStars']>> {
  const parts = [
    sql`a.county = ${ctx.actor.county}`,
    sql`(a.team_id is not null or p.id is not null and ${rowsOf(ctx.actor, 'p')})`,
  ]
  if (of) parts.push(of === 'person' ? sql`a.person_id is not null` : sql`a.team_id is not null`)
  if (subjectId) parts.push(sql`coalesce(a.person_id, a.team_id) = ${subjectId}`)
  if (status) parts.push(sql`a.status = ${status}`)
  if (level) parts.push(sql`a.level = ${level}`)
  const from = sql`
    from star_award a
    left join person p on p.county = a.county and p.id = a.person_id
    left join volunteer_team m on m.county = a.county and m.id = a.team_id
    where ${sql.join(parts, sql` and `)}`
  const { rows } = await sql<Found>`
    select a.id, case when a.person_id is null then 'team' else 'person' end as of, coalesce(a.person_id, a.team_id) as "subjectId",
           coalesce(p.name, m.name) as name, a.level, a.minutes, a.status, a.published_on as "publishedOn", a.until_on as "untilOn",
           a.awarded_on as "awardedOn", a.reason,
           (select short from place c where c.county = a.county and c.code = coalesce(p.place_code / 10000000 * 10000000, m.place_code)) as place,
           coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'raisedBy', o.raised_by, 'words', o.words, 'raisedAt', o.raised_at,
                       'answer', o.answer, 'isUpheld', o.is_upheld, 'answeredBy', k.name, 'enteredBy', o.entered_by) order by o.raised_at)
                       from star_objection o left join account k on k.county = o.county and k.id = o.answered_by
                      where o.county = a.county and o.award_id = a.id), '[]') as objections
      ${from} order by array_position('{published,awarded,withdrawn}', a.status), a.published_on desc, a.level desc, a.id
      offset ${offset} limit ${limit}`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(ctx.db)
  const own = await ownDays(ctx)
  return { items: rows.map((row) => withCan(ctx, row, own)), total: counted[0]?.total ?? 0 }
}

type Objected = Omit<Line['objections'][number], 'can'> & { enteredBy: string | null }
type Found = Omit<Line, 'can' | 'objections' | 'isByWeekdays'> & { objections: Objected[] }

function withCan(ctx: Ctx, row: Found, own: OwnDays): Line {
  const certifies = ctx.actor.permissions.has('volunteering.certify')
  const isPublic = row.status === 'published'
  const isOver = officeDay(ctx.now) > row.untilOn
  const open = row.objections.filter(({ answer }) => answer === null)
  return {
    ...row,
    isByWeekdays: isByWeekdays(row.publishedOn, row.untilOn, own),
    objections: row.objections.map(({ enteredBy, ...one }) => ({
      ...one,
      can: { answer: certifies && one.answer === null && !isOneself(ctx.actor, enteredBy) },
    })),
    can: {
      award: certifies && isPublic && isOver && open.length === 0,
      object: isPublic && ctx.actor.permissions.has('volunteering.record'),
    },
  }
}
