import { sql } from 'kysely'
import { actingFor } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { service as choices } from '../choices/service.ts'
import { quietOf } from '../settings/index.ts'
import { openText } from '../telling/index.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>
type Line = Awaited<Out<'myMessages'>>['items'][number]

/** What was told to the person, by whatever way: not what they declined or what was taken back, and no one-time code, which is worth nothing here. */
const toldTo = (ctx: Ctx, personId: string) =>
  ctx.db
    .selectFrom('message as m')
    .where('m.county', '=', ctx.actor.county)
    .where('m.person_id', '=', personId)
    .where('m.status', '<>', 'withheld')
    .where('m.kind', '<>', 'code')

async function myMessages(ctx: Ctx, { personId, offset, limit }: In<'myMessages'>): Out<'myMessages'> {
  await actingFor(ctx, personId)
  const counted = await toldTo(ctx, personId)
    .select(sql<number>`count(*)::int`.as('total'))
    .select(sql<number>`count(*) filter (where m.read_at is null)::int`.as('unread'))
    .executeTakeFirstOrThrow()
  const rows = await toldTo(ctx, personId)
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 'm.county').onRef('p.id', '=', 'm.person_id'))
    .select(['m.id', 'm.text_sealed', 'm.created_at', 'm.read_at', 'p.secret'])
    .select(sql<Line['kind']>`m.kind`.as('kind'))
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  const items = rows.map(({ id, kind, text_sealed, secret, created_at, read_at }) => ({
    id,
    kind,
    text: openText(ctx, { personId, secret }, text_sealed) ?? { zh: '', en: '' },
    createdAt: created_at,
    readAt: read_at,
  }))
  return { items, ...counted }
}

async function markMyMessagesRead(ctx: Ctx, { personId, ids }: In<'markMyMessagesRead'>): Out<'markMyMessagesRead'> {
  await actingFor(ctx, personId)
  const rows = await ctx.db
    .updateTable('message')
    .set({ read_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .returning('id')
    .execute()
  return { read: rows.length }
}

async function myMessageChoice(ctx: Ctx, { personId }: In<'myMessageChoice'>): Out<'myMessageChoice'> {
  await actingFor(ctx, personId)
  const { way, declined, hasPhone, onBehalf, at } = await choices.showChoice(ctx, { id: personId })
  return { way, declined, hasPhone, onBehalf, at, quiet: await quietOf(ctx) }
}

/** The same choice as at the counter, by the same rules. */
async function chooseMyWay(ctx: Ctx, { personId, way, declined }: In<'chooseMyWay'>): Promise<{ ok: true }> {
  const { as } = await actingFor(ctx, personId)
  return choices.chooseWay(ctx, { id: personId, way, declined, onBehalf: as })
}

export const service: Service<Doors> = { myMessages, markMyMessagesRead, myMessageChoice, chooseMyWay }
