import { actingFor } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { mask } from '#platform/present/mask.ts'
import { qrOf } from '#platform/qr/index.ts'
import { ensure } from '#platform/refuse.ts'
import { nameInNotices, namingOf } from '../notices/index.ts'
import { listItems } from '../partners/index.ts'
import { lockRedemption, type Reserved, reserve, tellCode, undo } from '../redeeming/index.ts'
import { noSuchRedemption } from '../redeeming/words.ts'
import { donate, familyOf, give, givenLately, myAccount, myStatement, takeBack } from '../wallets/index.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract

const undoSeconds = (ctx: Ctx, { undoUntil }: { undoUntil: string }): number =>
  Math.max(0, Math.floor((Date.parse(undoUntil) - ctx.now.getTime()) / 1000))

const shown = (ctx: Ctx, { payload, ...reserved }: Reserved): Output<Doors['redeemPoints']> => ({
  ...reserved,
  undoSeconds: undoSeconds(ctx, reserved),
  qr: qrOf(payload),
})

async function myBank(ctx: Ctx, { personId }: Input<Doors['myBank']>): Promise<Output<Doors['myBank']>> {
  await actingFor(ctx, personId)
  const account = await myAccount(ctx, personId)
  const waiting = account.waiting.map((one) => ({ ...one, undoSeconds: undoSeconds(ctx, one) }))
  const family = await familyOf(ctx, personId)
  const nameOf = (takerId: string | null) => family.find((one) => one.personId === takerId)?.name ?? null
  const given = (await givenLately(ctx, personId)).map(({ id, kind, takerId, points, undoUntil }) => ({
    id,
    kind,
    taker: nameOf(takerId),
    points,
    undoUntil,
    undoSeconds: undoSeconds(ctx, { undoUntil }),
  }))
  return { ...account, waiting, family, given }
}

async function myBankItems(ctx: Ctx, { personId }: Input<Doors['myBankItems']>): Promise<Output<Doors['myBankItems']>> {
  await actingFor(ctx, personId)
  const { free, isFrozen } = await myAccount(ctx, personId)
  const { items } = await listItems(ctx, { status: 'on' })
  return {
    items: items.map(({ id, name, description, points, partner, partnerKind, address, stock, hasPicture }) => ({
      id,
      name,
      description,
      points,
      partner,
      partnerKind,
      address,
      hasPicture,
      isWithin: !isFrozen && points <= free && stock !== 0,
    })),
  }
}

type Given = { ok: true; undoSeconds: number }

/** Sent again under the same id it says how long is left now; taken back meanwhile, nothing is. */
async function told(ctx: Ctx, { personId, id }: { personId: string; id: string }): Promise<Given> {
  const one = (await givenLately(ctx, personId)).find((given) => given.id === id)
  return { ok: true, undoSeconds: one ? undoSeconds(ctx, one) : 0 }
}

async function myNaming(ctx: Ctx, { personId }: Input<Doors['myNaming']>): Promise<Output<Doors['myNaming']>> {
  await actingFor(ctx, personId)
  const { isNamed, since, onBehalf } = await namingOf(ctx, personId)
  const person = ctx.db.selectFrom('person').select('name').where('county', '=', ctx.actor.county)
  const { name } = await person.where('id', '=', personId).executeTakeFirstOrThrow()
  return { isNamed, shown: mask('name', name) ?? '*', since, onBehalf }
}

async function ensureOwn(ctx: Ctx, { personId, id }: { personId: string; id: string }): Promise<void> {
  await actingFor(ctx, personId)
  ensure((await lockRedemption(ctx, id)).person_id === personId, noSuchRedemption)
}

export const service: Service<Doors> = {
  myBank,
  myBankItems,
  myBankStatement: async (ctx, { personId, unit }) => {
    await actingFor(ctx, personId)
    return { items: (await myStatement(ctx, personId, unit)).toReversed() }
  },
  redeemPoints: async (ctx, wish) => {
    const { as } = await actingFor(ctx, wish.personId)
    return shown(ctx, await reserve(ctx, { ...wish, onBehalf: as }))
  },
  showMyRedemptionCode: async (ctx, asked) => {
    await ensureOwn(ctx, asked)
    return shown(ctx, await tellCode(ctx, asked.id))
  },
  undoMyRedemption: async (ctx, asked) => {
    await actingFor(ctx, asked.personId)
    return undo(ctx, asked)
  },
  giveMyPoints: async (ctx, gift) => {
    const { as } = await actingFor(ctx, gift.personId)
    await give(ctx, { ...gift, onBehalf: as })
    return told(ctx, gift)
  },
  donateMyPoints: async (ctx, donation) => {
    const { as } = await actingFor(ctx, donation.personId)
    await donate(ctx, { ...donation, onBehalf: as })
    return told(ctx, donation)
  },
  undoMyGift: async (ctx, asked) => {
    const { as } = await actingFor(ctx, asked.personId)
    return takeBack(ctx, { ...asked, onBehalf: as })
  },
  myNaming,
  setMyNaming: async (ctx, wish) => {
    const { as } = await actingFor(ctx, wish.personId)
    await nameInNotices(ctx, { ...wish, onBehalf: as })
    return { ok: true }
  },
}
