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

const told = (handing: Handing): Told => ({ ...handing, status: handing.status as Told['status'] }) // the column's check allows exactly these

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
    select id, item_name as item, quantity, points, masked_name as name, status, expires_at as "expiresAt", handed_over_at as "handedOverAt"
      from bank_redemption
     where county = ${ctx.actor.county} and partner_id = ${partner} and handed_over_at >= ${on}::timestamp at time zone 'Asia/Shanghai'
       and handed_over_at < (${on}::timestamp + interval '1 day') at time zone 'Asia/Shanghai'
     order by handed_over_at desc, id`.execute(ctx.db)
  return { items: rows, total: rows.length }
}

export const service: Service<Doors> = {
  readCounter,
  listHandings,
  lookUpCode: async (ctx, { code }) => told(await lookUpCode(ctx, await counterOf(ctx), code)),
  handOver: async (ctx, tap) => told(await handOver(ctx, await counterOf(ctx), tap)),
}
