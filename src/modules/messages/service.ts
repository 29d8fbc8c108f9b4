import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from './contract.ts'
import { previewNotice, sendNotice } from './notices/index.ts'
import { openText } from './telling/index.ts'
import { gone } from './words.ts'

type Doors = typeof contract
type Line = Output<Doors['listMessages']>['items'][number]

/** What an account was told in the product: its own, nobody else's. */
const ownOf = (ctx: Ctx) =>
  ctx.db.selectFrom('message').where('county', '=', ctx.actor.county).where('account_id', '=', ctx.actor.accountId)

async function countUnread(ctx: Ctx): Promise<Output<Doors['countUnread']>> {
  const { unread } = await ownOf(ctx)
    .select(sql<number>`count(*) filter (where read_at is null)::int`.as('unread'))
    .executeTakeFirstOrThrow()
  return { unread }
}

async function readInbox(
  ctx: Ctx,
  { unread: only, offset, limit }: Input<Doors['readInbox']>,
): Promise<Output<Doors['readInbox']>> {
  const { total } = await ownOf(ctx).select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const { unread } = await countUnread(ctx)
  const rows = await ownOf(ctx)
    .select(['id', 'text_sealed', 'created_at', 'read_at'])
    .select(sql<Line['kind']>`kind`.as('kind'))
    .$if(only, (query) => query.where('read_at', 'is', null))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  const items = rows.map(({ id, kind, text_sealed, created_at, read_at }) => ({
    id,
    kind,
    text: openText(ctx, { personId: null, secret: null }, text_sealed) ?? { zh: '', en: '' },
    createdAt: created_at,
    readAt: read_at,
  }))
  return { items, total: only ? unread : total, unread }
}

async function markRead(ctx: Ctx, { ids }: Input<Doors['markRead']>): Promise<Output<Doors['markRead']>> {
  const rows = await ctx.db
    .updateTable('message')
    .set({ read_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', ctx.actor.accountId)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`id = any(${ids ?? []}::uuid[])`))
    .returning('id')
    .execute()
  return { read: rows.length }
}

/** The log: to people of the reader's area. What an account was told stands in that account's inbox alone. */
async function listMessages(ctx: Ctx, asked: Input<Doors['listMessages']>): Promise<Output<Doors['listMessages']>> {
  const { template, kind, status, personId, from, to } = asked
  const where = sql`m.county = ${ctx.actor.county} and p.county = m.county and p.id = m.person_id and ${rowsOf(ctx.actor, 'p')}
    and m.template = coalesce(${template ?? null}, m.template) and m.kind = coalesce(${kind ?? null}, m.kind)
    and m.status = coalesce(${status ?? null}, m.status) and m.person_id = coalesce(${personId ?? null}::uuid, m.person_id)
    and (${from ?? null}::date is null or m.created_at >= (${from ?? null}::date)::timestamp at time zone 'Asia/Shanghai')
    and (${to ?? null}::date is null or m.created_at < (${to ?? null}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
  const counted = await sql<{ total: number; parts: number }>`
    select count(*)::int as total, coalesce(sum(m.parts), 0)::int as parts from message m, person p where ${where}`.execute(
    ctx.db,
  )
  const { rows } = await sql<Omit<Line, 'text'> & { secret: Buffer | null; text_sealed: Buffer }>`
    select m.id, m.person_id as "personId", p.name, c.short as community, m.kind, m.template, m.status, m.why, m.due_at as "dueAt",
           m.done_at as "doneAt", m.created_at as "createdAt", a.name as by, m.parts, p.secret, m.text_sealed,
           coalesce((select jsonb_agg(jsonb_build_object('at', s.at, 'outcome', s.outcome, 'parts', s.parts, 'fault', s.fault) order by s.at)
              from message_sending s where s.county = m.county and s.message_id = m.id), '[]') as tries
      from message m join person p on true
      left join place c on c.county = p.county and c.code = p.place_code / 10000000 * 10000000
      left join account a on a.county = m.county and a.id = m.by_account
     where ${where}
     order by m.created_at desc, m.id desc offset ${asked.offset} limit ${asked.limit}`.execute(ctx.db)
  const items = rows.map(({ secret, text_sealed, ...row }) => ({
    ...row,
    text: row.kind === 'code' ? null : (openText(ctx, { personId: row.personId, secret }, text_sealed)?.zh ?? null),
  }))
  return { items, ...(counted.rows[0] ?? { total: 0, parts: 0 }) }
}

async function withdrawMessage(ctx: Ctx, { id }: Input<Doors['withdrawMessage']>): Promise<{ ok: true }> {
  const row = await ctx.db
    .selectFrom('message as m')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 'm.county').onRef('p.id', '=', 'm.person_id'))
    .select(['m.status', 'm.claimed_until'])
    .where('m.county', '=', ctx.actor.county)
    .where('m.id', '=', id)
    .where(rowsOf(ctx.actor, 'p'))
    .forUpdate('m')
    .executeTakeFirst()
  ensure(row, notFound)
  const isLeaving = row.claimed_until !== null && Date.parse(row.claimed_until) > ctx.now.getTime()
  ensure((row.status === 'waiting' && !isLeaving) || row.status === 'to_print', gone)
  await ctx.db
    .updateTable('message')
    .set({ status: 'withheld', why: 'too_late', due_at: null, done_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  return { ok: true }
}

export const service: Service<Doors> = {
  readInbox,
  countUnread,
  markRead,
  listMessages,
  previewNotice,
  sendNotice,
  withdrawMessage,
}
