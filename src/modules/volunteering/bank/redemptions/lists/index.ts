import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isOneself } from '#platform/oneself.ts'
import { rowsOf } from '#platform/scope.ts'
import { isOnRecord } from '../../pool/rules.ts'
import type { contract } from '../contract.ts'

type Doors = typeof contract
type Line = Output<Doors['listRedemptions']>['items'][number]
type Asked = Output<Doors['listBankRequests']>['items'][number]

export async function listRedemptions(
  ctx: Ctx,
  asked: Input<Doors['listRedemptions']>,
): Promise<Output<Doors['listRedemptions']>> {
  const county = ctx.actor.county
  const has = (permission: string) => ctx.actor.permissions.has(permission)
  const { status = null, partnerId = null, personId = null } = asked
  const first = asked.month ? `${asked.month}-01` : null
  const from = sql`
    bank_redemption r join person p on p.county = r.county and p.id = r.person_id and ${rowsOf(ctx.actor, 'p')}
     where r.county = ${county} and (${status}::text is null or r.status = ${status})
       and (${partnerId}::uuid is null or r.partner_id = ${partnerId}::uuid) and (${personId}::uuid is null or r.person_id = ${personId}::uuid)
       and (${first}::date is null or r.reserved_at >= ${first}::timestamp at time zone 'Asia/Shanghai'
            and r.reserved_at < (${first}::timestamp + interval '1 month') at time zone 'Asia/Shanghai')`
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${from}`.execute(ctx.db)
  const { rows } = await sql<Omit<Line, 'can'>>`
    select x.*, b.name as partner, m.name as by, h.name as "handedOverBy",
           exists (select 1 from bank_request q where q.county = ${county} and q.kind = 'reversal' and q.subject_id = x.id and q.status = 'asked') as "isAsked"
      from (select r.id, r.person_id as "personId", p.name, r.partner_id as "partnerId", r.item_name as item, r.quantity, r.points, r.status,
                   r.on_behalf as "onBehalf", r.reserved_at as "reservedAt", r.expires_at as "expiresAt", r.handed_over_at as "handedOverAt",
                   r.ended_at as "endedAt", r.reason, r.reserved_by, r.handed_over_by
              from ${from} order by r.reserved_at desc, r.id desc offset ${asked.offset} limit ${asked.limit}) x
      join bank_partner b on b.county = ${county} and b.id = x."partnerId"
      left join account m on m.county = ${county} and m.id = x.reserved_by
      left join account h on h.county = ${county} and h.id = x.handed_over_by
     order by x."reservedAt" desc, x.id desc`.execute(ctx.db)
  const items = rows.map((row) => ({
    ...row,
    can: {
      undo: row.status === 'reserved' && has('bank.act'),
      renew: row.status === 'reserved' && new Date(row.expiresAt) > ctx.now && has('bank.act'),
      reverse: row.status === 'handed_over' && !row.isAsked && has('bank.manage'),
    },
  }))
  return { items, total: counted.rows[0]?.total ?? 0 }
}

type Found = Omit<Asked, 'can' | 'need' | 'isOnRecord'> & {
  asked_by: string | null
  sealed: Buffer | null
  flags: string[]
}

export async function listBankRequests(
  ctx: Ctx,
  { status = null }: { status?: Asked['status'] | null | undefined },
): Promise<Output<Doors['listBankRequests']>> {
  const mayDecide = ctx.actor.permissions.has('bank.approve')
  const { rows } = await sql<Found>`
    select q.id, q.kind, p.id as "personId", p.name, e.name as heir, r.item_name as about, q.points, q.reason, q.status, g.ground, g.reason_sealed as sealed, p.living_flags as flags, a.name as "askedBy", q.asked_by,
           q.asked_at as "askedAt", d.name as "decidedBy", q.decided_at as "decidedAt"
      from bank_request q
      left join bank_redemption r on r.county = q.county and r.id = q.subject_id and q.kind = 'reversal'
      left join bank_grant g on g.county = q.county and g.id = q.subject_id and q.kind in ('grant', 'grant_reversal')
      join person p on p.county = q.county and p.id = coalesce(r.person_id, g.taker_id, q.subject_id) and ${rowsOf(ctx.actor, 'p')}
      left join person e on e.county = q.county and e.id = q.heir_id
      left join account a on a.county = q.county and a.id = q.asked_by
      left join account d on d.county = q.county and d.id = q.decided_by
     where q.county = ${ctx.actor.county} and (${status}::text is null or q.status = ${status})
     order by q.status = 'asked' desc, q.asked_at desc limit 200`.execute(ctx.db)
  const items = rows.map(({ asked_by, sealed, flags, ...row }) => ({
    ...row,
    need: sealed && ctx.vault.open(sealed),
    isOnRecord: row.ground && isOnRecord(row.ground, flags),
    can: { decide: mayDecide && row.status === 'asked' && !isOneself(ctx.actor, asked_by) },
  }))
  return { items, total: items.length }
}
