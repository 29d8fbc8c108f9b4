import { contract as accounts } from '#modules/accounts/contract.ts'
import { policyOf, registerAccount, routes, writePolicy } from '#modules/accounts/index.ts'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { Refused } from '#platform/client.ts'
import { buildServer } from '#platform/http/server.ts'
import { employ, PASSWORD, secure } from '#test/office/securing.ts'
import { type Visitor, visitor } from '#test/office/visitor.ts'
import { type Office, office } from '#test/office.ts'
import { noneOf, type Row } from '../row.ts'

type Check = (what: string, isSo: boolean) => void

/** The code of a refusal, or what was answered. */
async function said(work: Promise<unknown>): Promise<string> {
  return work.then(
    (answer) => (answer && typeof answer === 'object' && 'stage' in answer ? String(answer.stage) : 'done'),
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  )
}

const enters = (browser: Visitor, login: string, password = PASSWORD) =>
  said(browser.call(sessions).signIn({ login, password }))

/** Five wrong, the sixth and a right seventh refused, a quarter of an hour, and what unlocks before. */
async function locks(o: Office, check: Check): Promise<void> {
  const { id } = await employ(o, 'locked')
  const known = visitor(o, { address: '10.1.1.1' })
  check('a first sign-in', (await enters(known, 'locked')) === 'complete')
  await known.call(sessions).signOut()
  const guess = (turn: number) => enters(visitor(o, { address: `10.9.9.${turn}` }), 'locked', 'Wrong-password-1')
  for (let turn = 0; turn < 5; turn++) check(`guess ${turn}`, (await guess(turn)) === 'sign_in.wrong')
  check('the sixth is locked', (await guess(6)) === 'sign_in.locked')
  const stranger = () => enters(visitor(o, { address: '10.1.1.2' }), 'locked')
  check('the right password of a stranger is locked', (await stranger()) === 'sign_in.locked')
  check('a known browser is let in meanwhile', (await enters(known, 'locked')) === 'complete')
  for (let turn = 0; turn < 6; turn++) await guess(turn)
  check('locked again', (await stranger()) === 'sign_in.locked')
  o.clock.pass(14.9)
  check('still locked before the time', (await stranger()) === 'sign_in.locked')
  o.clock.pass(0.2)
  check('open after the time', (await stranger()) === 'complete')
  for (let turn = 0; turn < 5; turn++) await guess(turn)
  const security = o.as(await o.hire({ role: 'security_administrator' }))
  await security.call(accounts).unlockAccount({ id })
  check('unlocked by the security administrator', (await stranger()) === 'complete')
}

/** What was counted outlives the process, and an address is counted over all names. */
async function survives(o: Office, check: Check): Promise<void> {
  await employ(o, 'counted')
  for (let turn = 0; turn < 5; turn++) await enters(visitor(o), 'counted', 'Wrong-password-1')
  const app = await buildServer(o.house, routes, { version: 'another start' })
  check('a new start forgives nothing', (await enters(visitor({ app }), 'counted')) === 'sign_in.locked')
  await app.close()
  const address = '10.7.7.7'
  for (let turn = 0; turn < 30; turn++) await enters(visitor(o, { address }), `guess${turn}`, 'Wrong-password-1')
  await employ(o, 'elsewhere')
  check(
    'an address is locked after thirty',
    (await enters(visitor(o, { address }), 'elsewhere')) === 'sign_in.too_many',
  )
  check('its neighbour is not', (await enters(visitor(o, { address: '10.7.7.8' }), 'elsewhere')) === 'complete')
}

const isIn = async (browser: Visitor) => (await said(browser.call(sessions).whoAmI())) === 'complete'

async function ends(o: Office, check: Check): Promise<void> {
  await employ(o, 'timed')
  const idle = visitor(o)
  await enters(idle, 'timed')
  o.clock.pass(14.9)
  check('a session is open before a quarter of an hour', await isIn(idle))
  const fresh = visitor(o)
  await enters(fresh, 'timed')
  check('the former place is signed out', !(await isIn(idle)))
  o.clock.pass(15.1)
  check('idle for a quarter of an hour ends it', !(await isIn(fresh)))
  const busy = visitor(o)
  await enters(busy, 'timed')
  let hours = 0
  for (; hours < 13 && (await isIn(busy)); hours += 0.2) {
    await new Promise((resolve) => setTimeout(resolve, 60))
    o.clock.pass(12)
  }
  check(`a busy session ends after twelve hours, not ${hours.toFixed(1)}`, hours > 11.7 && hours <= 12.2)
}

async function expires(o: Office, check: Check): Promise<void> {
  await employ(o, 'aged')
  o.clock.pass(91 * 24 * 60)
  const browser = visitor(o)
  check('after 91 days a change is due', (await enters(browser, 'aged')) === 'password_expired')
  const me = await browser.call(sessions).whoAmI()
  check('nothing else opens before', me.permissions.length === 0)
  check('no devices before', (await said(browser.call(sessions).myDevices())) === 'auth.forbidden')
  const change = (old: string, fresh: string) => said(browser.call(sessions).changeMyPassword({ old, fresh }))
  const series = [PASSWORD, 'Shiliu-8-shuxia', 'Meihua-9-kaile', 'Lanhua-6-qingyou', 'Juhua-5-nandong']
  for (const [at, fresh] of series.entries()) {
    if (at > 0) check(`change ${at}`, (await change(series[at - 1] ?? '', fresh)) === 'complete')
    o.clock.pass(1)
  }
  const last = series.at(-1) ?? ''
  for (const former of series.slice(0, -1))
    check(`${former} does not come back`, (await change(last, former)) === 'password.weak')
  for (const weak of ['Short-1', 'alllowercase', 'Aged-haitang-7', 'P@ssw0rd2026', 'Linyi-haitang-7'])
    check(`${weak} is refused`, (await change(last, weak)) === 'password.weak')
  check('a pasted long one is taken', (await change(last, `${'海棠依旧'.repeat(25)}Aa1`)) === 'complete')
  const handed = { login: 'handed', name: '孙静', password: PASSWORD, mustChange: true }
  await o.act((ctx) => registerAccount(ctx, handed))
  o.clock.pass(24 * 60 + 1)
  check('a handed-over password is over after a day', (await enters(visitor(o), 'handed')) === 'sign_in.code_over')
  await o.act(async (ctx) => writePolicy(ctx, { ...(await policyOf(ctx)), passwordProfile: 'asvs5' }))
  o.clock.pass(400 * 24 * 60)
  await employ(o, 'long')
  o.clock.pass(400 * 24 * 60)
  check('under asvs5 nothing grows old', (await enters(visitor(o), 'long')) === 'complete')
}

export const row: Row = {
  id: 'T12',
  about: {
    zh: '锁定、解锁、超时、密码重复使用与到期',
    en: 'locking, unlocking, ending, reuse and expiry of passwords',
  },
  threshold: 'all cases',
  blocksMerge: true,
  run: async () => {
    const faults: string[] = []
    let cases = 0
    const check: Check = (what, isSo) => {
      cases += 1
      if (!isSo) faults.push(what)
    }
    for (const part of [locks, survives, ends, expires]) {
      const o = await office({ rooms: routes })
      try {
        await secure(o, { secondFactor: 'optional' })
        await part(o, check)
      } finally {
        await o.close()
      }
    }
    return noneOf(faults, `${cases} cases`)
  },
}
