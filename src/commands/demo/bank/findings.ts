import { sql } from 'kysely'
import { bankDesk } from '#modules/volunteering/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { before, onDay } from '../volunteering/people.ts'

const MINUTE_MS = 60_000
const NEAR_COUNTER_MS = 6_000

type Rich = { personId: string; points: number }
type Taking = { at: Ctx; personId: string; wait: number }

/** Some days that stand out in the books of the demonstration county. */
export async function standOut(ctx: Ctx): Promise<void> {
  const { items } = await bankDesk.listItems(ctx, { status: 'on' })
  const cheap = items.toSorted((a, b) => a.points - b.points)[0]
  if (!cheap) return
  const take = async ({ at, personId, wait }: Taking) => {
    const id = newId(at.now.getTime())
    const { code } = await bankDesk.redeem(at, { id, personId, itemId: cheap.id, quantity: 1, onBehalf: 'self' })
    await bankDesk.handOver(before(at, -wait), cheap.partnerId, { code, key: newId() })
  }
  const rich = await richest(ctx, 6 * cheap.points)
  const [many, helper, ...others] = rich
  // One fetches for the whole entrance; another's card went through the till six times.
  for (const [days, person] of [
    [12, many],
    [9, helper],
  ] as const) {
    if (!person) continue
    for (let n = 0; n < 6; n++)
      await take({
        at: onDay(ctx, { ago: days, hour: 9, minute: n * 25 }),
        personId: person.personId,
        wait: 2 * MINUTE_MS,
      })
  }
  // A till that confirms before anybody can have walked up to it.
  for (const [n, { personId }] of others.slice(0, 5).entries())
    await take({ at: onDay(ctx, { ago: 3 + n, hour: 15 }), personId, wait: NEAR_COUNTER_MS })
}

/** Who has at least so many points free, those with most first. */
export async function richest(ctx: Ctx, least: number): Promise<Rich[]> {
  const { rows } = await sql<Rich>`
    select a.owner_id as "personId", (a.credits_posted - a.debits_posted - a.debits_pending)::int as points
      from ledger_account a
      join person p on p.county = a.county and p.id = a.owner_id and p.status = 'living'
     where a.county = ${ctx.actor.county} and a.unit = 'points' and a.kind = 'wallet' and a.frozen_at is null
       and a.credits_posted - a.debits_posted - a.debits_pending >= ${least}
     order by points desc, a.owner_id limit 7`.execute(ctx.db)
  return rows
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
