import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { catalogue } from './catalogue/index.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Partner = Output<Doors['listPartners']>['items'][number]
type Facts = Input<Doors['addPartner']>

export async function listPartners(ctx: Ctx): Promise<Output<Doors['listPartners']>> {
  const { rows } = await sql<Partner>`
    select p.id, p.name, p.kind, p.place_code::text as "placeCode", coalesce(c.short, c.name) as place, p.unit_id as "unitId", u.name as unit,
           p.address, p.phone, p.status, p.version,
           (select count(*)::int from bank_item i where i.county = p.county and i.partner_id = p.id and i.status = 'on') as items,
           coalesce((select credits_posted - debits_posted from ledger_account a
                      where a.county = p.county and a.unit = 'points' and a.kind = 'payable' and a.owner_id = p.id), 0)::int as payable
      from bank_partner p
      join place c on c.county = p.county and c.code = p.place_code
      left join unit u on u.county = p.county and u.id = p.unit_id
     where p.county = ${ctx.actor.county}
     order by p.status desc, p.name`.execute(ctx.db)
  return { items: rows, total: rows.length }
}

export async function addPartner(ctx: Ctx, facts: Facts): Promise<{ id: string }> {
  await ensureKnown(ctx, facts)
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('bank_partner')
    .values({
      county: ctx.actor.county,
      id,
      ...columnsOf(facts),
      created_by: ctx.actor.accountId,
      created_at: ctx.now.toISOString(),
    })
    .execute()
  return { id }
}

function columnsOf({ name, kind, placeCode, unitId, address, phone }: Facts) {
  return { name, kind, place_code: placeCode, unit_id: unitId, address, phone }
}

async function ensureKnown(ctx: Ctx, { name, unitId, placeCode }: Facts, self?: string): Promise<void> {
  const county = ctx.actor.county
  const same = ctx.db.selectFrom('bank_partner').select('id').where('county', '=', county).where('name', '=', name)
  const taken = await same.executeTakeFirst()
  ensure(!taken || taken.id === self, no.nameTaken)
  const place = ctx.db.selectFrom('place').select('code').where('county', '=', county).where('code', '=', placeCode)
  ensure(await place.executeTakeFirst(), no.noSuchPlace)
  if (!unitId) return
  const unit = ctx.db.selectFrom('unit').select('id').where('county', '=', county).where('id', '=', unitId)
  ensure(await unit.where('status', '=', 'open').executeTakeFirst(), no.noSuchUnit)
}

async function lock(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('bank_partner')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  return row
}

async function changePartner(
  ctx: Ctx,
  { id, version, ...facts }: Input<Doors['changePartner']>,
): Promise<{ ok: true }> {
  const row = await lock(ctx, id)
  ensure(row.version === version, no.changedMeanwhile)
  await ensureKnown(ctx, facts, id)
  await ctx.db
    .updateTable('bank_partner')
    .set({ ...columnsOf(facts), version: version + 1 })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  return { ok: true }
}

const standing =
  (status: 'open' | 'closed') =>
  async (ctx: Ctx, input: { id: string }): Promise<{ ok: true }> => {
    const row = await lock(ctx, input.id)
    await ctx.db
      .updateTable('bank_partner')
      .set({ status, version: row.version + 1 })
      .where('county', '=', ctx.actor.county)
      .where('id', '=', input.id)
      .execute()
    return { ok: true }
  }

async function listCounters(ctx: Ctx, { id }: { id: string }): Promise<Output<Doors['listCounters']>> {
  const items = await ctx.db
    .selectFrom('bank_partner_account as l')
    .innerJoin('account as a', (on) => on.onRef('a.county', '=', 'l.county').onRef('a.id', '=', 'l.account_id'))
    .select(['a.id as accountId', 'a.name', 'a.login', 'l.linked_at as linkedAt'])
    .where('l.county', '=', ctx.actor.county)
    .where('l.partner_id', '=', id)
    .where('l.ended_at', 'is', null)
    .orderBy('l.linked_at')
    .execute()
  return { items, total: items.length }
}

export async function linkCounter(ctx: Ctx, { id, login }: Input<Doors['linkCounter']>): Promise<{ ok: true }> {
  await lock(ctx, id)
  const county = ctx.actor.county
  const { rows } = await sql<{ id: string }>`
    select a.id from account a
      join account_grant g on g.county = a.county and g.account_id = a.id and g.role = 'partner' and g.revoked_at is null
       and g.valid @> ${officeDay(ctx.now)}::date
     where a.county = ${county} and a.login = ${login} and a.status in ('open', 'invited') limit 1`.execute(ctx.db)
  const [account] = rows
  ensure(account, no.noPartnerAccount)
  const partner_id = await partnerOf(ctx, account.id)
  if (partner_id === id) return { ok: true }
  ensure(partner_id === undefined, no.linkedElsewhere)
  await ctx.db
    .insertInto('bank_partner_account')
    .values({
      county,
      partner_id: id,
      account_id: account.id,
      linked_by: ctx.actor.accountId,
      linked_at: ctx.now.toISOString(),
    })
    .execute()
  return { ok: true }
}

/** Behind whose counter an account stands. */
export async function partnerOf(ctx: Ctx, accountId: string | null): Promise<string | undefined> {
  if (!accountId) return undefined
  const row = await ctx.db
    .selectFrom('bank_partner_account')
    .select('partner_id')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.partner_id
}

async function unlinkCounter(ctx: Ctx, { id, accountId }: Input<Doors['unlinkCounter']>): Promise<{ ok: true }> {
  const ended = await ctx.db
    .updateTable('bank_partner_account')
    .set({ ended_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('partner_id', '=', id)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  ensure(ended, notFound)
  return { ok: true }
}

export const service: Service<Doors> = {
  listPartners,
  addPartner,
  changePartner,
  closePartner: standing('closed'),
  reopenPartner: standing('open'),
  listCounters,
  linkCounter,
  unlinkCounter,
  ...catalogue,
}
