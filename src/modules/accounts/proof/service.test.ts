import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { employ, PASSWORD, secure } from '#test/office/securing.ts'
import { visitor } from '#test/office/visitor.ts'
import { type Office, office } from '#test/office.ts'
import { ensureProven, routes } from '../index.ts'
import { contract as sessions } from '../sessions/contract.ts'
import { contract } from './contract.ts'

async function openOffice(t: TestContext): Promise<Office> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  await secure(o, { secondFactor: 'optional', idleMinutes: 30 })
  return o
}

const WRONG = { status: 422, code: 'auth.proof_wrong' }
const NOT_PROVEN = { status: 403, code: 'auth.not_proven' }

test('signing in is a proof for a quarter of an hour, and giving the password again renews it', async (t) => {
  const o = await openOffice(t)
  const { login } = await employ(o)
  const browser = visitor(o)
  await browser.call(sessions).signIn({ login, password: PASSWORD })
  const asks = () => o.house.act({ session: browser.token() }, { readOnly: true }, ensureProven)
  await asks()
  o.clock.pass(15)
  await assert.rejects(asks(), NOT_PROVEN)
  await assert.rejects(browser.call(contract).proveMyself({ password: 'wrong' }), WRONG)
  await assert.rejects(browser.call(contract).proveMyself({ code: '123456' }), WRONG)
  await assert.rejects(browser.call(contract).proveMyself({}), { status: 400 })
  await browser.call(contract).proveMyself({ password: PASSWORD })
  await asks()
})

test('five wrong proofs are the last for a quarter of an hour, and all are noted', async (t) => {
  const o = await openOffice(t)
  const { login } = await employ(o)
  const browser = visitor(o)
  await browser.call(sessions).signIn({ login, password: PASSWORD })
  const prove = (password: string) => browser.call(contract).proveMyself({ password })
  for (let turn = 0; turn < 5; turn++) await assert.rejects(prove('wrong'), WRONG)
  await assert.rejects(prove(PASSWORD), { status: 429, code: 'sign_in.too_many' })
  const notes = await o.act((ctx) =>
    ctx.db.selectFrom('audit_event').select('result').where('action', '=', 'proveMyself').execute(),
  )
  assert.equal(notes.length, 5)
  o.clock.pass(15)
  await prove(PASSWORD)
})

test('the office itself and its jobs have nobody who could be asked', async (t) => {
  const o = await openOffice(t)
  const { id } = await employ(o)
  await o.act(ensureProven)
  await o.house.act({ county: o.county, account: id }, { readOnly: true }, ensureProven)
  await assert.rejects(o.as().call(contract).proveMyself({ password: PASSWORD }), { status: 401 })
})
