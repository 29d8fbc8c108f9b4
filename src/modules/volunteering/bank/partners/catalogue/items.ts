import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from '../contract.ts'
import * as no from '../words.ts'

type Doors = typeof contract
type Item = Output<Doors['listItems']>['items'][number]

export async function listItems(
  ctx: Ctx,
  { partnerId, status }: Input<Doors['listItems']>,
): Promise<Output<Doors['listItems']>> {
  const { rows } = await sql<Item>`
    select i.id, i.partner_id as "partnerId", p.name as partner, p.kind as "partnerKind", p.address, i.name, i.description, i.points, i.stock,
           i.month_limit as "monthLimit", i.status, i.version, i.picture_id is not null as "hasPicture"
      from bank_item i join bank_partner p on p.county = i.county and p.id = i.partner_id
     where i.county = ${ctx.actor.county} and (${partnerId ?? null}::uuid is null or i.partner_id = ${partnerId ?? null}::uuid)
       and (${status ?? null}::text is null or i.status = ${status ?? null} and p.status = 'open')
     order by p.name, i.points, i.name`.execute(ctx.db)
  return { items: rows, total: rows.length }
}

export async function addItem(
  ctx: Ctx,
  { id, monthLimit, ...facts }: Input<Doors['addItem']>,
): Promise<{ id: string }> {
  const partner = ctx.db.selectFrom('bank_partner').select('id').where('county', '=', ctx.actor.county)
  ensure(await partner.where('id', '=', id).executeTakeFirst(), notFound)
  const item = newId(ctx.now.getTime())
  const stamp = { created_by: ctx.actor.accountId, created_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('bank_item')
    .values({ county: ctx.actor.county, id: item, partner_id: id, month_limit: monthLimit, ...facts, ...stamp })
    .execute()
  return { id: item }
}

/** A stock typed anew is a count of the shelf: it stands only if nothing was reserved since it was read. */
async function changeItem(
  ctx: Ctx,
  { id, version, monthLimit, ...facts }: Input<Doors['changeItem']>,
): Promise<{ ok: true }> {
  const item = ctx.db.selectFrom('bank_item').select('version').where('county', '=', ctx.actor.county)
  const row = await item.where('id', '=', id).forUpdate().executeTakeFirst()
  ensure(row, notFound)
  ensure(row.version === version, no.changedMeanwhile)
  await ctx.db
    .updateTable('bank_item')
    .set({ ...facts, month_limit: monthLimit, version: version + 1 })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  return { ok: true }
}

export const catalogue = { listItems, addItem, changeItem }
