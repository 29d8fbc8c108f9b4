import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { keeping } from '#platform/refuse.ts'
import { phoneDigits } from '../book/index.ts'
import { checkIdNumber } from '../codes/index.ts'
import { hourly } from '../hourly/index.ts'
import { HOURLY_MISSES, mayAskMore } from '../record/reveal/rules.ts'
import { tooManyNumbers } from './words.ts'

export type WholeNumber = { kind: 'id' | 'phone'; number: string }
/** `door`: where it was asked. */
export type NumberAsked = WholeNumber & { door: 'search' | 'warn' | 'correction' }

const PHONE = /^(?:1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7})$/
const PURPOSE = 'number-asked'
const HOUR = 3_600_000

/** Whether a text is a whole identity number, a mobile or a landline: what somebody could try one after the other. */
export function wholeNumber(text: string): WholeNumber | undefined {
  const id = checkIdNumber(text)
  if (id.result !== 'invalid') return { kind: 'id', number: id.number }
  const digits = phoneDigits(text.replace(/^\+?86/, '').replace(/\s/g, ''))
  return PHONE.test(digits) ? { kind: 'phone', number: digits } : undefined
}

/** What each account asked in vain in the last hour, by fingerprint. The trail tells the same, but a reading's row is written after it. */
const lastHour = hourly()

/**
 * Looks for the bearer of a whole number. A number that nobody within sight bears is a miss, counted once an hour; after so many of them
 * no number is looked for, whether somebody bears it or not, or the refusal would tell.
 */
export async function askByNumber<T>(
  ctx: Ctx,
  asked: NumberAsked,
  find: () => Promise<T | null | undefined>,
): Promise<T | undefined> {
  if (ctx.actor.kind !== 'account') return (await find()) ?? undefined
  const own = lastHour(`${ctx.actor.accountId} ${asked.kind}`, ctx.now)
  const print = ctx.vault.index(PURPOSE, asked.number).toString('hex')
  const isAskedAgain = own.has(print)
  if (!isAskedAgain) await ensureFew(ctx, asked, { own, print })
  const found = (await find()) ?? undefined
  if (found !== undefined) own.delete(print)
  const detail = { number: asked.kind, door: asked.door }
  const subject = typeof found === 'string' ? found : undefined
  if (found !== undefined) ctx.note({ action: 'people.number_found', kind: 'people', subject, detail })
  else if (!isAskedAgain) ctx.note({ action: 'people.number_missed', kind: 'people', detail })
  return found
}

/** It counts before it is looked for: many at the same moment would each see the same few. */
async function ensureFew(
  ctx: Ctx,
  asked: NumberAsked,
  { own, print }: { own: Map<string, number>; print: string },
): Promise<void> {
  own.set(print, ctx.now.getTime())
  const count = Math.max(await notedMisses(ctx, asked), own.size - 1)
  if (mayAskMore(count)) return
  own.delete(print)
  const detail = { number: asked.kind, door: asked.door, lastHour: count, allowed: HOURLY_MISSES }
  ctx.note({ action: 'people.number_alarm', kind: 'people', result: 'refused', detail })
  throw keeping(tooManyNumbers())
}

async function notedMisses(ctx: Ctx, { kind }: WholeNumber): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from audit_event
     where county = ${ctx.actor.county} and account_id = ${ctx.actor.accountId}::uuid and action = 'people.number_missed'
       and detail->>'number' = ${kind} and at > ${new Date(ctx.now.getTime() - HOUR).toISOString()}::timestamptz`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}
