import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { type Handing, handOver, lookUpCode } from '../redeeming/index.ts'
import type { contract } from './contract.ts'
import { counterOf } from './policy.ts'

type Doors = typeof contract
type Told = Output<Doors['handOver']>

async function told(ctx: Ctx, handing: Handing): Promise<Told> {
  const item = ctx.db.selectFrom('bank_item').select('picture_id').where('county', '=', ctx.actor.county)
  const row = await item.where('id', '=', handing.itemId).executeTakeFirst()
  const status = handing.status as Told['status'] // the column's check allows exactly these
  return { ...handing, status, hasPicture: Boolean(row?.picture_id) }
}

async function readCounter(ctx: Ctx): Promise<Output<Doors['readCounter']>> {
  const id = await counterOf(ctx)
  const county = ctx.actor.county
  const partner = await ctx.db
    .selectFrom('bank_partner')
    .select(['name', 'status'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { items } = await listHandings(ctx, {})
  const waiting = await ctx.db
    .selectFrom('bank_settlement')
    .select('id')
    .where('county', '=', county)
    .where('partner_id', '=', id)
    .where('status', '=', 'draft')
    .execute()
  const counted = items.filter(({ status }) => status === 'handed_over')
  return {
    partner: partner.name,
    isOpen: partner.status === 'open',
    clerk: ctx.actor.name,
    today: officeDay(ctx.now),
    count: counted.length,
    points: counted.reduce((sum, one) => sum + one.points, 0),
    statements: waiting.length,
  }
}

async function listHandings(
  ctx: Ctx,
  { on = officeDay(ctx.now) }: { on?: string | undefined },
): Promise<Output<Doors['listHandings']>> {
  const partner = await counterOf(ctx)
  const { rows } = await sql<Told>`
    select r.id, r.item_id as "itemId", r.item_name as item, i.picture_id is not null as "hasPicture", r.quantity, r.points, r.masked_name as name,
           r.status, r.expires_at as "expiresAt", r.handed_over_at as "handedOverAt"
      from bank_redemption r join bank_item i on i.county = r.county and i.id = r.item_id
     where r.county = ${ctx.actor.county} and r.partner_id = ${partner} and r.handed_over_at >= ${on}::timestamp at time zone 'Asia/Shanghai'
       and r.handed_over_at < (${on}::timestamp + interval '1 day') at time zone 'Asia/Shanghai'
     order by r.handed_over_at desc, r.id`.execute(ctx.db)
  return { items: rows, total: rows.length }
}

export const service: Service<Doors> = {
  readCounter,
  listHandings,
  lookUpCode: async (ctx, { code }) => told(ctx, await lookUpCode(ctx, await counterOf(ctx), code)),
  handOver: async (ctx, tap) => told(ctx, await handOver(ctx, await counterOf(ctx), tap)),
}
