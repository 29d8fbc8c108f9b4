import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound, refusal } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { hearersOf } from '../telling/index.ts'
import { kinds } from '../templates/shipped/index.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract
type Shown = Output<Doors['showChoice']>

const mustBeTold = refusal('messages.must_be_told', 422, () => ({
  zh: '验证码和个人信息权益方面的消息依法、为安全必须送达，不能拒收。',
  en: 'One-time codes and what concerns rights over personal data must be told; they cannot be declined.',
}))

async function ensureOurs(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('person')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where('status', '<>', 'merged')
    .where(rowsOf(ctx.actor, 'person'))
    .executeTakeFirst()
  ensure(row, notFound)
}

async function showChoice(ctx: Ctx, { id }: Input<Doors['showChoice']>): Promise<Shown> {
  await ensureOurs(ctx, id)
  const [hearer] = await hearersOf(ctx, [id])
  ensure(hearer, notFound)
  const row = await ctx.db
    .selectFrom('message_choice as c')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'c.county').onRef('a.id', '=', 'c.by_account'))
    .select(['c.on_behalf', 'c.at', 'a.name'])
    .where('c.county', '=', ctx.actor.county)
    .where('c.person_id', '=', id)
    .executeTakeFirst()
  return {
    way: hearer.way,
    declined: hearer.declined as Shown['declined'], // chooseWay let only these in
    hasPhone: hearer.hasPhone,
    onBehalf: (row?.on_behalf ?? null) as Shown['onBehalf'], // the column's check allows exactly these
    by: row?.name ?? null,
    at: row?.at ?? null,
    can: { choose: ctx.actor.permissions.has('people.write') && hearer.isLiving },
  }
}

async function chooseWay(ctx: Ctx, { id, way, declined, onBehalf }: Input<Doors['chooseWay']>): Promise<{ ok: true }> {
  await ensureOurs(ctx, id)
  ensure(
    declined.every((kind) => kinds[kind].mayDecline),
    mustBeTold,
  )
  const set = {
    way,
    declined: [...new Set(declined)],
    on_behalf: onBehalf,
    by_account: ctx.actor.accountId,
    at: ctx.now.toISOString(),
  }
  await ctx.db
    .insertInto('message_choice')
    .values({ county: ctx.actor.county, person_id: id, ...set })
    .onConflict((conflict) => conflict.columns(['county', 'person_id']).doUpdateSet(set))
    .execute()
  return { ok: true }
}

export const service: Service<Doors> = { showChoice, chooseWay }
