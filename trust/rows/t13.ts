import { ROLES } from '#modules/accounts/index.ts'
import { contract as secondFactor } from '#modules/accounts/second-factor/contract.ts'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { Refused, requestOf } from '#platform/client.ts'
import type { Endpoint } from '#platform/contract.ts'
import { codeAt } from '#test/office/authenticator.ts'
import { employ, enrol, type Somebody, secure } from '#test/office/securing.ts'
import { type Visitor, visitor } from '#test/office/visitor.ts'
import { type Office, office } from '#test/office.ts'
import { allParts } from '../../src/main.ts'
import { noneOf, type Row } from '../row.ts'

/** The doors that carry a session on, or end it: all that a password alone opens. */
const STEPS = ['signOut', 'whoAmI', 'changeMyPassword', 'giveCode', 'beginEnrolment', 'finishEnrolment']

const ANY_ID = '01980000-0000-7000-8000-00000000abcd'

/** A request that is well formed as far as its address; a body is judged after the right to send it, or refused as malformed. */
function requestFor(e: Endpoint): { method: string; url: string } {
  const parameters = [...e.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, ANY_ID])
  const { method, url } = requestOf(e, Object.fromEntries(parameters))
  return { method, url: url.split('?')[0] ?? url }
}

async function statusOf(o: Office, e: Endpoint, cookie: string): Promise<number> {
  const { method, url } = requestFor(e)
  const isBytes = e.body === 'bytes'
  const answer = await o.app.inject({
    method: method as 'GET', // one of the methods of a contract
    url,
    headers: {
      cookie,
      ...(method === 'GET' ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
    },
    ...(method === 'GET' ? {} : { payload: isBytes ? 'x' : '{}' }),
  })
  return answer.statusCode
}

type Half = { role: string; browser: Visitor }
type Seen = { faults: string[]; asked: number; forbidden: number }

/** Every door of the product, asked by somebody who gave only the password. */
async function tryDoors(o: Office, { role, browser }: Half, seen: Seen): Promise<void> {
  const doors = allParts().rooms.flatMap((room) => Object.entries(room.contract))
  for (const [name, e] of doors) {
    if (e.permission === 'public' || STEPS.includes(name)) continue
    const status = await statusOf(o, e, `sangyu=${browser.token()}`)
    seen.asked += 1
    if (status === 403) seen.forbidden += 1
    else if (status !== 400) seen.faults.push(`${role} ${e.method} ${e.path} ${status}`)
  }
}

/** What the database itself says of such a session: no right and no row, whatever a door forgot. */
async function tryActor(o: Office, { role, browser }: Half, seen: Seen): Promise<void> {
  const actor = await o.house.act({ session: browser.token() }, { readOnly: true }, async (ctx) => ctx.actor)
  seen.asked += 1
  const rows = actor.scope.places.length + actor.scope.units.length + Number(actor.scope.all)
  if (actor.permissions.size + actor.sees.size + rows > 0) seen.faults.push(`${role} has rights before the code`)
}

async function refuses(what: string, seen: Seen, work: Promise<unknown>): Promise<void> {
  seen.asked += 1
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refused)) seen.faults.push(`${what} was let through`)
}

/** Codes that were used, are too old, or are made up. */
async function tryReplays(o: Office, somebody: Somebody, seen: Seen): Promise<void> {
  const { seed, recoveryCodes } = await enrol(o, somebody)
  const { login, password } = somebody
  const give = async (code: string) => {
    const browser = visitor(o)
    await browser.call(sessions).signIn({ login, password })
    return browser.call(secondFactor).giveCode({ code })
  }
  const at = (seconds: number) => codeAt(seed, new Date(o.clock.now().getTime() + seconds * 1000))
  await refuses('the code of the enrolment', seen, give(at(0)))
  o.clock.pass(2)
  await give(at(0))
  await refuses('the same code again', seen, give(at(0)))
  await refuses('the code before it', seen, give(at(-30)))
  o.clock.pass(16)
  await refuses('a code of two steps ago', seen, give(at(-60)))
  await refuses('a code of two steps ahead', seen, give(at(60)))
  await give(recoveryCodes[0] ?? '')
  await refuses('a recovery code again', seen, give(recoveryCodes[0] ?? ''))
  const half = visitor(o)
  await half.call(sessions).signIn({ login, password })
  const before = half.token()
  o.clock.pass(1)
  await half.call(secondFactor).giveCode({ code: at(0) })
  await refuses('the token of the stage before', seen, o.as({ token: before }).call(sessions).whoAmI())
}

export const row: Row = {
  id: 'T13',
  about: {
    zh: '没有第二因素到不了任何工作接口；验证码不能重放',
    en: 'no staff door opens without the second factor; codes count once',
  },
  threshold: '0 passes',
  blocksMerge: false,
  run: async () => {
    const { rooms } = allParts()
    const o = await office({ rooms })
    const seen: Seen = { faults: [], asked: 0, forbidden: 0 }
    try {
      await secure(o, { sessionsEach: 3 })
      // Elders and their families come in by a door of their own, without a second factor (docs/decisions/elder-access.md).
      const staff = ROLES.filter((role) => role !== 'elder' && role !== 'family')
      for (const [at, role] of staff.entries()) {
        const { login, password } = await employ(o, `somebody${at}`, role)
        const browser = visitor(o)
        const { stage } = await browser.call(sessions).signIn({ login, password })
        if (stage !== 'enrolment') seen.faults.push(`${role} is ${stage} after the password`)
        await tryActor(o, { role, browser }, seen)
        await tryDoors(o, { role, browser }, seen)
      }
      await tryReplays(o, await employ(o, 'replayed'), seen)
      const open = rooms
        .flatMap((room) => Object.entries(room.contract))
        .filter(([name, e]) => e.permission === 'signed-in' && !STEPS.includes(name))
      for (const [name] of open) seen.faults.push(`${name} opens to a password alone`)
      return noneOf(seen.faults, `${seen.asked} tries (${seen.forbidden} forbidden)`)
    } finally {
      await o.close()
    }
  },
}
