import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract } from '../contract.ts'
import { seenBy } from '../policy.ts'

type Doors = typeof contract
type Line = Output<Doors['listFindings']>['items'][number]
type Row = Output<Doors['readFinding']>['list'][number]
type Step = Output<Doors['readFinding']>['steps'][number]

/** A record a finding rests on, whatever it is, with what a sum asks of it. */
const BASIS = sql`
  bank_finding_record r
  left join bank_redemption x on r.what = 'redemption' and x.county = r.county and x.id = r.record_id
  left join service_record s on r.what = 'service' and s.county = r.county and s.id = r.record_id
  left join bank_gift g on r.what = 'gift' and g.county = r.county and g.id = r.record_id
  left join bank_code_try c on r.what = 'code' and c.county = r.county and c.id = r.record_id
  left join bank_gift_undo z on z.county = g.county and z.gift_id = g.id`
const AT = sql`coalesce(x.handed_over_at, x.reserved_at, lower(s.during), g.given_at, c.tried_at)`

const LINE = sql`
  f.id, f.kind, f.person_id as "personId", p.name, f.partner_id as "partnerId", b.name as partner, f.account_id as "accountId", a.name as account, f.status,
  f.found_at as "foundAt", f.grown_at as "grownAt", n.*,
  (select count(*)::int from bank_finding_step t where t.county = f.county and t.finding_id = f.id) as measures`
const FROM = sql`
  bank_finding f
  left join person p on p.county = f.county and p.id = f.person_id
  left join bank_partner b on b.county = f.county and b.id = f.partner_id
  left join account a on a.county = f.county and a.id = f.account_id
  cross join lateral (
    select count(*)::int as records, count(distinct r.person_id)::int as people, coalesce(sum(coalesce(x.points, g.points)), 0)::int as points,
           coalesce(sum(s.minutes), 0)::int as minutes, min(${AT}) as "from", max(${AT}) as "to"
      from ${BASIS} where r.county = f.county and r.finding_id = f.id) n`

/** What waits stands first, the newest before the older. */
export async function listFindings(
  ctx: Ctx,
  asked: Input<Doors['listFindings']>,
): Promise<Output<Doors['listFindings']>> {
  const { status = null, kind = null, offset, limit } = asked
  const mine = sql`f.county = ${ctx.actor.county} and ${seenBy(ctx.actor)}`
  const which = sql`${mine} and (${status}::text is null or f.status = ${status}) and (${kind}::text is null or f.kind = ${kind})`
  const counted = await sql<{ total: number; waiting: number }>`
    select count(*) filter (where ${which})::int as total, count(*) filter (where f.status = 'waiting')::int as waiting
      from bank_finding f where ${mine}`.execute(ctx.db)
  const { rows } = await sql<Line>`
    select ${LINE} from ${FROM} where ${which}
     order by f.status = 'waiting' desc, f.grown_at desc, f.id desc offset ${offset} limit ${limit}`.execute(ctx.db)
  return { items: rows, ...(counted.rows[0] ?? { total: 0, waiting: 0 }) }
}

export type Judged = { usual: number | null; numbers: Output<Doors['readFinding']>['numbers'] } & Pick<
  Output<Doors['readFinding']>,
  'judgedBy' | 'judgedAt' | 'reason'
>

export async function findingOf(ctx: Ctx, id: string): Promise<(Line & Judged) | undefined> {
  const { rows } = await sql<Line & Judged>`
    select ${LINE}, f.numbers, f.usual, j.name as "judgedBy", f.judged_at as "judgedAt", f.reason
      from ${FROM} left join account j on j.county = f.county and j.id = f.judged_by
     where f.county = ${ctx.actor.county} and f.id = ${id} and ${seenBy(ctx.actor)}`.execute(ctx.db)
  return rows[0]
}

/** Every record a finding rests on, as it stands now. */
export async function recordsOf(ctx: Ctx, id: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.record_id as id, r.what, r.person_id as "personId", p.name, coalesce(x.item_name, s.title, '') as about, b.name as partner,
           k.name as taker, k.id as "takerId", coalesce(x.points, g.points) as points, s.minutes,
           coalesce(x.reserved_at, lower(s.during), g.given_at, c.tried_at) as at, coalesce(x.handed_over_at, x.ended_at, upper(s.during)) as "endedAt",
           coalesce(x.on_behalf, t.on_behalf, g.on_behalf) as "onBehalf", m.name as by, h.name as "endedBy",
           coalesce(x.status, case when c.id is not null then 'wrong_code' when s.reversed_at is not null or z.gift_id is not null then 'reversed' when s.is_late then 'late' else 'done' end) as state,
           coalesce(x.status = 'reversed', s.reversed_at is not null or z.gift_id is not null, false) as "isReversed",
           exists (select from bank_request q where q.county = r.county and q.kind = 'reversal' and q.subject_id = x.id and q.status = 'asked')
             or exists (select from service_reversal v where v.county = r.county and v.record_id = s.id and v.status = 'asked') as "isAsked"
      from ${BASIS}
      left join person p on p.county = r.county and p.id = r.person_id
      left join shift_turn t on t.county = s.county and t.id = s.turn_id
      left join bank_partner b on b.county = r.county and b.id = coalesce(x.partner_id, c.partner_id)
      left join person k on k.county = g.county and k.id = g.taker_id
      left join account m on m.county = r.county and m.id = coalesce(x.reserved_by, t.late_by, t.in_by, g.given_by, c.tried_by)
      left join account h on h.county = r.county and h.id = coalesce(x.handed_over_by, t.approved_by, s.confirmed_by)
     where r.county = ${ctx.actor.county} and r.finding_id = ${id}
     order by ${AT}, r.record_id`.execute(ctx.db)
  return rows
}

export async function stepsOf(ctx: Ctx, id: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select s.id, s.measure, s.words, a.name as by, s.at from bank_finding_step s
      left join account a on a.county = s.county and a.id = s.by_account
     where s.county = ${ctx.actor.county} and s.finding_id = ${id} order by s.at, s.id`.execute(ctx.db)
  return rows
}
