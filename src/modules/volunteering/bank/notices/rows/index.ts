import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract } from '../contract.ts'
import { placesOf } from '../policy.ts'
import { type Line, type NoticeState, stateOf } from '../rules.ts'

type Doors = typeof contract
type Row = Output<Doors['listNotices']>['items'][number]
type Found = { id: string } | Partial<Input<Doors['listNotices']>>

const standing = (today: string, state: NoticeState) =>
  ({
    withdrawn: sql`n.withdrawn_on is not null`,
    open: sql`n.withdrawn_on is null and n.until_on >= ${today}`,
    over: sql`n.withdrawn_on is null and n.until_on < ${today}`,
  })[state]

function matching(ctx: Ctx, asked: Found) {
  const parts = [sql`n.county = ${ctx.actor.county}`, placesOf(ctx.actor, 'n')]
  if ('id' in asked) return sql.join([...parts, sql`n.id = ${asked.id}`], sql` and `)
  if (asked.month) parts.push(sql`n.month = ${`${asked.month}-01`}`)
  if (asked.state) parts.push(standing(officeDay(ctx.now), asked.state))
  return sql.join(parts, sql` and `)
}

/** Notices of places in the reader's area, the newest month first. */
export async function noticesOf(ctx: Ctx, asked: Found, page: { offset: number; limit: number }) {
  const { rows } = await sql<Omit<Row, 'state'> & { issuer: string; phone: string }>`
    select n.id, c.name as place, to_char(n.month, 'YYYY-MM') as month, n.issuer, n.phone, n.published_on as "publishedOn", a.name as "publishedBy",
           n.until_on as "untilOn", n.withdrawn_on as "withdrawnOn", n.reason,
           (select jsonb_build_object('people', count(distinct l.person_id), 'minutes', coalesce(sum(l.minutes), 0), 'earned', coalesce(sum(l.earned), 0),
                     'redeemed', coalesce(sum(l.redeemed), 0), 'donated', coalesce(sum(l.donated), 0), 'granted', coalesce(sum(l.granted), 0))
              from bank_notice_line l where l.county = n.county and l.notice_id = n.id) as sums,
           case when n.pool_in is not null then jsonb_build_object('in', n.pool_in, 'out', n.pool_out, 'balance', n.pool_balance) end as pool,
           (select count(*)::int from bank_notice_question q where q.county = n.county and q.notice_id = n.id and q.answered_at is null) as waiting
      from bank_notice n
      join place c on c.county = n.county and c.code = n.place_code
      left join account a on a.county = n.county and a.id = n.published_by
     where ${matching(ctx, asked)} order by n.month desc, n.published_on desc, c.code, n.id offset ${page.offset} limit ${page.limit}`.execute(
    ctx.db,
  )
  return rows.map((row) => ({ ...row, state: stateOf(row, officeDay(ctx.now)) }))
}

export async function countNotices(ctx: Ctx, asked: Found): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from bank_notice n where ${matching(ctx, asked)}`.execute(ctx.db)
  return rows[0]?.total ?? 0
}

export type Written = Line & { whole: string }

/** Everybody in a notice, with the name their record has now; who moved out of the reader's area since keeps the mask. Named is who may be named today. */
export async function linesOf(ctx: Ctx, noticeId: string): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select l.person_id as "personId", l.team_id as "teamId", coalesce(p.name, l.masked_name) as whole, case when l.is_named and coalesce(p.status, '') in ('living', 'moved_out')
             and not exists (select from bank_unnamed u where u.county = l.county and u.person_id = l.person_id and u.ended_at is null)
             then l.masked_name end as name, k.short as community,
           t.name as team, l.minutes, l.earned, l.redeemed, l.donated, l.granted
      from bank_notice_line l
      left join person p on p.county = l.county and p.id = l.person_id
      left join place k on k.county = l.county and k.code = l.community
      left join volunteer_team t on t.county = l.county and t.id = l.team_id
     where l.county = ${ctx.actor.county} and l.notice_id = ${noticeId} order by l.seq`.execute(ctx.db)
  return rows
}
