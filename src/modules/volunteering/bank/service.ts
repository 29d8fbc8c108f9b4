import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from './contract.ts'
import { askInheritance, inheritedFrom } from './estates/index.ts'
import { readLiability } from './liability/index.ts'
import { notLiving } from './redeeming/words.ts'
import { ensureSeen } from './redemptions/index.ts'
import { donate, familyOf, give, givenLately, myAccount, myStatement, takeBack } from './wallets/index.ts'

type Doors = typeof contract
type Line = Output<Doors['listWallets']>['items'][number]
type Cuts = Output<Doors['readWallet']>['cuts']

const ORDER = {
  points: sql`points desc, p.name_sort`,
  minutes: sql`minutes desc, p.name_sort`,
  name: sql`p.name_sort`,
} as const

async function listWallets(
  ctx: Ctx,
  { q, sort, offset, limit }: Input<Doors['listWallets']>,
): Promise<Output<Doors['listWallets']>> {
  const county = ctx.actor.county
  const wallets = sql`
    (select owner_id, sum(credits_posted - debits_posted) filter (where unit = 'minutes') as minutes,
            sum(credits_posted - debits_posted) filter (where unit = 'points') as points,
            sum(debits_pending) filter (where unit = 'points') as held, bool_or(frozen_at is not null) as frozen
       from ledger_account where county = ${county} and kind = 'wallet' group by owner_id) w
      join person p on p.county = ${county} and p.id = w.owner_id and ${rowsOf(ctx.actor, 'p')}
        and (${q ?? null}::text is null or p.name like '%' || ${q ?? null} || '%')`
  const summed = await sql<{ total: number; minutes: number; points: number; held: number }>`
    select count(*)::int as total, coalesce(sum(minutes), 0)::int as minutes, coalesce(sum(points), 0)::int as points,
           coalesce(sum(held), 0)::int as held from ${wallets}`.execute(ctx.db)
  const { rows } = await sql<Line>`
    select p.id as "personId", p.name, c.short as community, coalesce(minutes, 0)::int as minutes, coalesce(points, 0)::int as points,
           coalesce(held, 0)::int as held, frozen as "isFrozen",
           (select max(t.at) from ledger_transfer t join ledger_account a on a.county = t.county and a.id in (t.debit_id, t.credit_id)
             where a.county = ${county} and a.kind = 'wallet' and a.owner_id = p.id) as "movedAt"
      from ${wallets}
      left join place c on c.county = p.county and c.code = p.place_code / 10000000 * 10000000
     order by ${ORDER[sort]}, p.id offset ${offset} limit ${limit}`.execute(ctx.db)
  const { total = 0, ...sums } = summed.rows[0] ?? { minutes: 0, points: 0, held: 0 }
  return { items: rows, total, sums }
}

async function personOf(ctx: Ctx, personId: string): Promise<{ name: string; status: string }> {
  const person = ctx.db.selectFrom('person').select(['name', 'status']).where('county', '=', ctx.actor.county)
  const found = await person.where('id', '=', personId).executeTakeFirst()
  ensure(found, notFound)
  return found
}

async function readWallet(ctx: Ctx, { personId }: Input<Doors['readWallet']>): Promise<Output<Doors['readWallet']>> {
  await ensureSeen(ctx, personId)
  const person = await personOf(ctx, personId)
  const { waiting: _, ...account } = await myAccount(ctx, personId)
  const isLiving = person.status !== 'deceased'
  const family = await familyOf(ctx, personId)
  const given = await givenLately(ctx, personId)
  const may = (permission: string) => ctx.actor.permissions.has(permission)
  return {
    personId,
    name: person.name,
    isLiving,
    ...account,
    statement: {
      points: (await myStatement(ctx, personId, 'points')).toReversed(),
      minutes: (await myStatement(ctx, personId, 'minutes')).toReversed(),
    },
    cuts: await cutsOf(ctx, personId),
    family,
    given: given.map(({ id, kind, takerId, points, givenAt, undoUntil }) => ({
      id,
      kind,
      taker: family.find((one) => one.personId === takerId)?.name ?? null,
      points,
      givenAt,
      undoUntil,
    })),
    inherited: isLiving
      ? (await inheritedFrom(ctx, personId)).map(({ heir, points, isAsked }) => ({ heir, points, isAsked }))
      : [],
    can: {
      redeem: isLiving && account.free > 0 && may('bank.act'),
      give: isLiving && account.free > 0 && may('bank.act'),
      undo: isLiving && may('bank.act'),
      inherit: !isLiving && account.points > 0 && may('bank.manage'),
    },
  }
}

async function cutsOf(ctx: Ctx, personId: string): Promise<Cuts> {
  const rows = await ctx.db
    .selectFrom('bank_earning')
    .select(['record_id as recordId', 'served_on as servedOn', 'minutes', 'cuts'])
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('reversed_at', 'is', null)
    .where(sql<boolean>`cuts <> '[]'`)
    .orderBy('served_on', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ cuts, ...row }) => ({ ...row, cuts: cuts as Cuts[number]['cuts'] })) // written by `earn` alone
}

async function undoGift(ctx: Ctx, { id, personId }: Input<Doors['undoGift']>): Promise<{ ok: true }> {
  await ensureSeen(ctx, personId)
  // What the dead gave stays given: nobody takes it back in their name.
  ensure((await personOf(ctx, personId)).status !== 'deceased', notLiving)
  return takeBack(ctx, { id, personId, onBehalf: 'clerk' })
}

export const service: Service<Doors> = {
  listWallets,
  readWallet,
  readLiability,
  givePoints: async (ctx, gift) => {
    await ensureSeen(ctx, gift.personId)
    return give(ctx, { ...gift, onBehalf: 'clerk' })
  },
  donatePoints: async (ctx, donation) => {
    await ensureSeen(ctx, donation.personId)
    return donate(ctx, { ...donation, onBehalf: 'clerk' })
  },
  undoGift,
  askInheritance: async (ctx, asked) => {
    await ensureSeen(ctx, asked.personId)
    return askInheritance(ctx, asked)
  },
}
