import { officeDay } from '#platform/clock.ts'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { ensure } from '#platform/refuse.ts'
import type { Visitor } from '../../../door/judged.ts'
import { fitsPassword } from '../../../passwords/index.ts'
import { rememberBrowser } from '../../../sessions/browsers/index.ts'
import { forgetToken, openSession } from '../../../sessions/opening/index.ts'
import { indexOfMobile } from '../../cards/index.ts'
import { codeIndex } from '../../codes/index.ts'
import { plainDigits } from '../../rules.ts'
import { wrongEntry } from '../../words.ts'
import type { contract } from '../contract.ts'
import { settleTurn, type Turn, takeTurn } from '../turn/index.ts'

type Doors = typeof contract
const done = { ok: true } as const
type Judge<A> = (asked: A, visitor: Visitor) => Promise<{ ok: true }>

/** The card's number is the login of the account and its code the password: one hash, whoever the number belongs to. */
export function newEnterByCard(house: House): Judge<Input<Doors['enterByCard']>> {
  return async ({ number, code, county }, visitor) => {
    const login = plainDigits(number)
    const find = (ctx: Ctx) => cardOf(ctx, login)
    const turn = await takeTurn(house, visitor, { county, name: `card ${login}`, find })
    const fits = await fitsPassword(plainDigits(code), turn.found?.hash)
    if (!turn.found || !fits) return refuse(house, turn, visitor)
    const { id, hash } = turn.found
    return house.act({ county: turn.county, account: id }, { readOnly: false, call: visitor.call }, async (ctx) => {
      const same = openAccount(ctx, id).where('password_hash', '=', hash)
      ensure(await same.forNoKeyUpdate().executeTakeFirst(), wrongEntry)
      return enter(ctx, { turn, visitor, by: 'card' })
    })
  }
}

function cardOf(ctx: Ctx, login: string) {
  return ctx.db
    .selectFrom('account as a')
    .innerJoin('own_account as o', (on) => on.onRef('o.county', '=', 'a.county').onRef('o.account_id', '=', 'a.id'))
    .select(['a.id', 'a.password_hash as hash'])
    .where('a.county', '=', ctx.actor.county)
    .where('a.login', '=', login)
    .where('a.kind', '=', 'own')
    .where('a.status', '=', 'open')
    .where('o.card_until', '>=', officeDay(ctx.now))
    .executeTakeFirst()
}

/** A code that was sent opens the door once. */
export function newEnterByCode(house: House): Judge<Input<Doors['enterByCode']>> {
  return async ({ mobile, code, county }, visitor) => {
    const find = (ctx: Ctx) => phoneOf(ctx, mobile, plainDigits(code))
    const turn = await takeTurn(house, visitor, { county, name: `phone ${mobile}`, find })
    if (!turn.found) return refuse(house, turn, visitor)
    const { id, codeId } = turn.found
    return house.act({ county: turn.county, account: id }, { readOnly: false, call: visitor.call }, async (ctx) => {
      ensure(await openAccount(ctx, id).forNoKeyUpdate().executeTakeFirst(), wrongEntry)
      const codes = ctx.db.updateTable('own_code').set({ used_at: ctx.now.toISOString() })
      const own = codes.where('county', '=', turn.county).where('id', '=', codeId).where('used_at', 'is', null)
      ensure(await own.returning('id').executeTakeFirst(), wrongEntry)
      return enter(ctx, { turn, visitor, by: 'phone' })
    })
  }
}

function phoneOf(ctx: Ctx, mobile: string, code: string) {
  return ctx.db
    .selectFrom('own_account as o')
    .innerJoin('account as a', (on) => on.onRef('a.county', '=', 'o.county').onRef('a.id', '=', 'o.account_id'))
    .innerJoin('own_code as c', (on) => on.onRef('c.county', '=', 'o.county').on('c.kind', '=', 'phone'))
    .select(['a.id', 'c.id as codeId'])
    .where('o.county', '=', ctx.actor.county)
    .where('o.mobile_index', '=', indexOfMobile(ctx, mobile))
    .where('a.status', '=', 'open')
    .where('c.code_index', '=', codeIndex(ctx, `${mobile} ${code}`))
    .where('c.used_at', 'is', null)
    .where('c.until', '>', ctx.now.toISOString())
    .executeTakeFirst()
}

const openAccount = (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('account')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where('status', '=', 'open')

type Entering = { turn: Turn<{ id: string }>; visitor: Visitor; by: 'card' | 'phone' }

async function enter(ctx: Ctx, { turn, visitor, by }: Entering): Promise<{ ok: true }> {
  const id = turn.found?.id ?? ''
  await settleTurn(ctx, turn.keys)
  if (visitor.session) await forgetToken(ctx, visitor.session)
  await openSession(ctx, id, 'complete')
  await rememberBrowser(ctx, id, visitor)
  ctx.note({ action: 'signIn', subject: id, detail: { address: visitor.call.address, by } })
  return done
}

async function refuse(house: House, { county, found }: Turn<{ id: string }>, { call }: Visitor): Promise<never> {
  await house.act({ system: county }, { readOnly: false, call }, async (ctx) => {
    ctx.note({ action: 'signInFailed', subject: found?.id, detail: { address: call.address }, result: 'failed' })
  })
  throw wrongEntry()
}
