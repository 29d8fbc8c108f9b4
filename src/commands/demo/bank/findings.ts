import { bankDesk } from '#modules/volunteering/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import type { Act } from '../acts.ts'
import { before, onDay } from '../volunteering/people.ts'
import { richest } from './wallets.ts'

const MINUTE_MS = 60_000
const NEAR_COUNTER_MS = 6_000

type Cheap = { id: string; partnerId: string; points: number }

/** Some days that stand out in the books of the demonstration county, of the cheapest thing on the shelves. */
export function standOut(ctx: Ctx, cheap: Cheap): Act[] {
  const rushes: Rush[] = [
    // One fetches for the whole entrance; another's card went through the till six times.
    { ago: 12, hour: 9, place: 0, times: 6, wait: 2 * MINUTE_MS },
    { ago: 9, hour: 9, place: 1, times: 6, wait: 2 * MINUTE_MS },
    // A till that confirms before anybody can have walked up to it.
    ...[3, 4, 5, 6, 7].map((ago) => ({ ago, hour: 15, place: ago, times: 1, wait: NEAR_COUNTER_MS })),
  ]
  return rushes.map((rush) => ({ at: onDay(ctx, rush), run: (at) => takeAway(at, cheap, rush) }))
}

/** Whose place among the richest it is goes so many times, and is served after so long a wait. */
type Rush = { ago: number; hour: number; place: number; times: number; wait: number }

async function takeAway(first: Ctx, { id: itemId, partnerId, points }: Cheap, { place, times, wait }: Rush) {
  const personId = (await richest(first, times * points))[place]?.personId
  if (!personId) return
  for (let n = 0; n < times; n++) {
    const at = before(first, -n * 25 * MINUTE_MS)
    const id = newId(at.now.getTime())
    const { code } = await bankDesk.redeem(at, { id, personId, itemId, quantity: 1, onBehalf: 'self' })
    await bankDesk.handOver(before(at, -wait), partnerId, { code, key: newId() })
  }
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
