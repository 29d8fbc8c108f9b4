import { bankDesk } from '#modules/volunteering/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { before, onDay } from '../volunteering/people.ts'
import { type Act, richest, type Wallet } from './wallets.ts'

const MINUTE_MS = 60_000
const NEAR_COUNTER_MS = 6_000
const SIX = [0, 1, 2, 3, 4, 5] as const

type Cheap = { id: string; partnerId: string; points: number }

/** Some days that stand out in the books of the demonstration county, of the cheapest thing on the shelves. */
export function standOut(ctx: Ctx, { wallets, cheap }: { wallets: readonly Wallet[]; cheap: Cheap }): Act[] {
  const take = (at: Ctx, wallet: Wallet, wait: number): Act => {
    wallet.points -= cheap.points
    return { at, run: (then) => takeAway(then, { personId: wallet.personId, cheap, wait }) }
  }
  // One fetches for the whole entrance; another's card went through the till six times.
  const [many, helper, ...others] = richest(wallets, 6 * cheap.points)
  const often = [
    { ago: 12, wallet: many },
    { ago: 9, wallet: helper },
  ].flatMap(({ ago, wallet }) => (wallet ? SIX.map((n) => ({ ago, minute: n * 25, wallet })) : []))
  return [
    ...often.map(({ ago, minute, wallet }) => take(onDay(ctx, { ago, hour: 9, minute }), wallet, 2 * MINUTE_MS)),
    // A till that confirms before anybody can have walked up to it.
    ...others.slice(0, 5).map((wallet, n) => take(onDay(ctx, { ago: 3 + n, hour: 15 }), wallet, NEAR_COUNTER_MS)),
  ]
}

async function takeAway(at: Ctx, { personId, cheap, wait }: { personId: string; cheap: Cheap; wait: number }) {
  const id = newId(at.now.getTime())
  const { code } = await bankDesk.redeem(at, { id, personId, itemId: cheap.id, quantity: 1, onBehalf: 'self' })
  await bankDesk.handOver(before(at, -wait), cheap.partnerId, { code, key: newId() })
}

/** Of what the look finds one is harmless, one was wrong and somebody was talked to; the rest waits. */
export async function lookAndJudge(ctx: Ctx): Promise<void> {
  await bankDesk.look(before(ctx, 60 * MINUTE_MS))
  const found = ctx.db.selectFrom('bank_finding').select('id').where('county', '=', ctx.actor.county)
  const [harmless, wrong] = await found.where('kind', '=', 'person_day').orderBy('person_id').limit(2).execute()
  const why = '替同单元五位腿脚不便的老人代领，已逐一电话核对。'
  if (harmless) await bankDesk.judgeFinding(ctx, { id: harmless.id, isWrong: false, reason: why })
  if (!wrong) return
  await bankDesk.judgeFinding(ctx, { id: wrong.id, isWrong: true, reason: '本人当天在外地，领取码由他人代用。' })
  const words = '已约谈商户收银人员，要求见人核销；老人的卡片已更换。'
  await bankDesk.noteMeasure(ctx, { id: wrong.id, measureId: newId(), measure: 'talk', words })
}
