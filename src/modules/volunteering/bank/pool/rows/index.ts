import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from '../contract.ts'
import { isOnRecord } from '../rules.ts'

type Doors = typeof contract
type Movement = Output<Doors['listPoolMovements']>['items'][number]
type Line = Output<Doors['listPoolGrants']>['items'][number]

/** Everything that came into the pool or left it, by what was taken back. */
const moved = (county: number) => sql`
  select t.*, coalesce(o.code, t.code) as kind, case when t.credit_id = a.id then t.amount else -t.amount end as change,
         w.owner_id as whose
    from ledger_account a
    join ledger_transfer t on t.county = a.county and a.id in (t.debit_id, t.credit_id) and t.step in ('post', 'settle')
    join ledger_account w on w.county = a.county and w.id = case when t.credit_id = a.id then t.debit_id else t.credit_id end
    left join ledger_transfer o on o.county = t.county and o.id = t.reverses_id
   where a.county = ${county} and a.kind = 'pool' and a.unit = 'points'`

const inMonth = (month: string | undefined) =>
  month
    ? sql`m.at >= ${`${month}-01`}::timestamp at time zone 'Asia/Shanghai'
        and m.at < (${`${month}-01`}::timestamp + interval '1 month') at time zone 'Asia/Shanghai'`
    : sql`true`

export async function movementsOf(ctx: Ctx, { month, offset, limit }: Input<Doors['listPoolMovements']>) {
  const county = ctx.actor.county
  const { rows } = await sql<Movement>`
    select m.id, m.at, m.code, case when m.code = 'reverse' then m.kind end as undone, p.id as "personId", p.name,
           m.change::int as amount, m.after::int as after, c.name as by, d.name as "approvedBy",
           case when p.id is not null then m.reason end as reason
      from (select m.*, sum(m.change) over (order by m.seq) as after from (${moved(county)}) m) m
      left join person p on p.county = ${county} and p.id = kept_record(${county}, m.whose) and ${rowsOf(ctx.actor, 'p')}
      left join account c on c.county = ${county} and c.id = m.created_by
      left join account d on d.county = ${county} and d.id = m.approved_by
     where ${inMonth(month)} order by m.seq desc offset ${offset} limit ${limit}`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from (${moved(county)}) m where ${inMonth(month)}`.execute(ctx.db)
  return { items: rows, total: counted[0]?.total ?? 0 }
}

type Sums = { donated: number; granted: number; donatedInYear: number; grantedInYear: number; people: number }

/** What came in and went out, whoever asks, since no person can be read from it; and to how many of the reader's own people. */
export async function sumsOf(ctx: Ctx): Promise<Sums> {
  const county = ctx.actor.county
  const isOfYear = sql`m.at >= date_trunc('year', ${officeDay(ctx.now)}::timestamp) at time zone 'Asia/Shanghai'`
  const { rows } = await sql<Sums>`
    select coalesce(sum(m.change) filter (where m.kind = 'donate'), 0)::int as donated,
           coalesce(-sum(m.change) filter (where m.kind = 'grant'), 0)::int as granted,
           coalesce(sum(m.change) filter (where m.kind = 'donate' and ${isOfYear}), 0)::int as "donatedInYear",
           coalesce(-sum(m.change) filter (where m.kind = 'grant' and ${isOfYear}), 0)::int as "grantedInYear",
           (select count(distinct p.id)::int from bank_grant g
              join person p on p.county = g.county and p.id = g.taker_id and ${rowsOf(ctx.actor, 'p')}
             where g.county = ${county} and g.status = 'given') as people
      from (${moved(county)}) m`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Error('an aggregate answers one row')
  return found
}

type Row = Omit<Line, 'isOnRecord' | 'reason' | 'can' | 'ground'> & {
  ground: NonNullable<Line['ground']>
  sealed: Buffer
  flags: string[]
}

export async function grantsOf(ctx: Ctx, { status = null, personId = null, offset, limit }: Asked) {
  const county = ctx.actor.county
  const from = sql`
    bank_grant g
    join bank_request q on q.county = g.county and q.kind = 'grant' and q.subject_id = g.id
    join person p on p.county = g.county and p.id = g.taker_id and ${rowsOf(ctx.actor, 'p')}
   where g.county = ${county} and (${status}::text is null or g.status = ${status}) and (${personId}::uuid is null or p.id = ${personId}::uuid)`
  const { rows } = await sql<Row>`
    select x.*, c.short as community, a.name as "askedBy", d.name as "decidedBy",
           (select jsonb_build_object('reason', r.reason, 'isDone', r.status = 'done') from bank_request r
             where r.county = ${county} and r.kind = 'grant_reversal' and r.subject_id = x.id and r.status <> 'refused'
             order by r.asked_at desc limit 1) as reversal
      from (select g.id, p.id as "personId", p.name, p.place_code, p.living_flags as flags, g.points, g.ground, g.reason_sealed as sealed, g.status,
                   g.given_on as "givenOn", q.asked_by, q.asked_at as "askedAt", q.decided_by, q.decided_at as "decidedAt"
              from ${from} order by g.status = 'asked' desc, q.asked_at desc, g.id desc offset ${offset} limit ${limit}) x
      left join place c on c.county = ${county} and c.code = x.place_code / 10000000 * 10000000
      left join account a on a.county = ${county} and a.id = x.asked_by
      left join account d on d.county = ${county} and d.id = x.decided_by
     order by x.status = 'asked' desc, x."askedAt" desc, x.id desc`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from ${from}`.execute(ctx.db)
  const mayReverse = ctx.actor.permissions.has('bank.manage')
  const items = rows.map(({ sealed, flags, ...row }) => ({
    ...row,
    reason: ctx.vault.open(sealed),
    isOnRecord: isOnRecord(row.ground, flags),
    can: { reverse: mayReverse && row.status === 'given' && !row.reversal },
  }))
  return { items, total: counted[0]?.total ?? 0 }
}

type Asked = {
  status?: Line['status'] | null | undefined
  personId?: string | null | undefined
  offset: number
  limit: number
}
