import { randomInt } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { endGrants, writeGrant } from '../../grants/index.ts'
import { hashPassword } from '../../passwords/index.ts'
import { writeAccount } from '../../service.ts'
import { endSessions, forgetBrowsers, forgetTries } from '../../sessions/index.ts'
import { CARD_DAYS, CARD_DIGITS, inFours } from '../rules.ts'
import { dayAfter } from './days.ts'

/** What is printed: shown this once, kept only as a hash. */
export type Card = { number: string; code: string; until: string }

export function newDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}

type Holder = { name: string; role: 'elder' | 'family'; mobile: string | null }

/** An account of an elder or a relative: its login is the number of the card, its password the code. No grant of it has an area. */
export async function writeOwnAccount(ctx: Ctx, { name, role, mobile }: Holder): Promise<{ id: string; card: Card }> {
  const [county, number, code] = [ctx.actor.county, newNumber(), newDigits(CARD_DIGITS)]
  const password_hash = await hashPassword(code)
  const { id } = await writeAccount(ctx, { login: number, name, status: 'open', password_hash, kind: 'own' })
  const card_until = dayAfter(ctx.now, CARD_DAYS)
  await ctx.db
    .insertInto('own_account')
    .values({ county, account_id: id, card_until, ...phoneOf(ctx, mobile) })
    .execute()
  await writeGrant(ctx, { id, role }, { from: dayAfter(ctx.now, 0), until: null })
  return { id, card: { number: inFours(number), code: inFours(code), until: card_until } }
}

/** Never with a nought in front: people leave it out. */
const newNumber = () => String(randomInt(1, 10)) + newDigits(CARD_DIGITS - 1)

function phoneOf(ctx: Ctx, mobile: string | null) {
  const opened = { opened_by: ctx.actor.accountId, opened_at: ctx.now.toISOString() }
  if (mobile === null) return { ...opened, mobile: null, mobile_index: null, mobile_tail: null }
  return {
    ...opened,
    mobile: ctx.vault.seal(mobile),
    mobile_index: indexOfMobile(ctx, mobile),
    mobile_tail: mobile.slice(-4),
  }
}

export const indexOfMobile = (ctx: Ctx, mobile: string): Buffer => ctx.vault.index('own-mobile', mobile)

/** Another code for the card; the old one, and whatever was signed in, is worth nothing from here on. */
export async function renewCard(ctx: Ctx, accountId: string): Promise<Card> {
  const [county, code, until] = [ctx.actor.county, newDigits(CARD_DIGITS), dayAfter(ctx.now, CARD_DAYS)]
  const set = { password_hash: await hashPassword(code), password_set_at: ctx.now.toISOString() }
  const account = ctx.db.updateTable('account').set(set).where('county', '=', county).where('id', '=', accountId)
  const { login } = await account.where('kind', '=', 'own').returning('login').executeTakeFirstOrThrow()
  await ctx.db
    .updateTable('own_account')
    .set({ card_until: until })
    .where('county', '=', county)
    .where('account_id', '=', accountId)
    .execute()
  await endSessions(ctx, accountId)
  await forgetBrowsers(ctx, accountId)
  await forgetTries(ctx, login)
  return { number: inFours(login), code: inFours(code), until }
}

/** An account that acts for nobody any more is closed, and its telephone free for another. */
export async function closeIfIdle(ctx: Ctx, accountId: string): Promise<void> {
  const county = ctx.actor.county
  const acts = ctx.db.selectFrom('own_authority').select('id').where('county', '=', county)
  if (await acts.where('account_id', '=', accountId).where('ended_at', 'is', null).executeTakeFirst()) return
  const [closed_at, closed_by] = [ctx.now.toISOString(), ctx.actor.accountId]
  await ctx.db
    .updateTable('account')
    .set({ status: 'closed', closed_at, closed_by, close_reason: 'other' })
    .where('county', '=', county)
    .where('id', '=', accountId)
    .execute()
  await ctx.db
    .updateTable('own_account')
    .set({ mobile: null, mobile_index: null, mobile_tail: null, card_until: null })
    .where('county', '=', county)
    .where('account_id', '=', accountId)
    .execute()
  await endGrants(ctx, accountId)
  await endSessions(ctx, accountId)
}
