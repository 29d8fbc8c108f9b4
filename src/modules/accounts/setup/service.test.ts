import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { type Office, office } from '#test/office.ts'
import { newSetupCode, routes } from '../index.ts'
import { contract as sessionContract } from '../sessions/contract.ts'
import { contract } from './contract.ts'
import { setupRoutes } from './index.ts'

const ADMINISTRATOR = { login: 'WangJing', name: '王静', password: 'Haitang-7-chuang' }
const ASKED = { county: 371424, countyName: '临邑县', bureau: '中共临邑县委老干部局', administrator: ADMINISTRATOR }

/** A house with nothing in it, and the code its terminal shows. */
async function emptyHouse(t: TestContext): Promise<Office & { text: string }> {
  const { text, code } = newSetupCode()
  const o = await office({ rooms: [...routes, setupRoutes(code)], isSetUp: false })
  t.after(() => o.close())
  return Object.assign(o, { text })
}

const at = (o: Office) => o.as().call(contract)

async function isEmpty(o: Office): Promise<boolean> {
  const { rows } = await o.house.pools.writers.query(
    'select (select count(*) from county) + (select count(*) from place) + (select count(*) from account) + (select count(*) from audit_event) as n',
  )
  return rows[0].n === '0'
}

test('the first page asks for a county, and the administrator is signed in when it is done', async (t) => {
  const o = await emptyHouse(t)
  assert.deepEqual(await at(o).setupState(), { needed: true, counties: [] })
  const { items } = await at(o).searchCounties({ q: '临邑' })
  assert.deepEqual(items[0], { county: 371424, name: '临邑县', path: '山东省 德州市' })
  const answer = await o.app.inject({ method: 'POST', url: '/api/setup', payload: { code: o.text, ...ASKED } })
  assert.equal(answer.statusCode, 200, answer.body)
  const { id, streets, communities } = answer.json()
  assert.deepEqual([streets, communities], [12, 443])
  assert.deepEqual(await at(o).setupState(), { needed: false, counties: [{ county: 371424, name: '临邑县' }] })
  const me = await o
    .as({ token: answer.cookies[0]?.value ?? '' })
    .call(sessionContract)
    .whoAmI()
  assert.deepEqual(
    [me.account.login, me.account.mustChangePassword, me.roles, me.scope],
    ['wangjing', false, ['system_administrator'], ['临邑县']],
  )
  const notes = await o.act((ctx) => ctx.db.selectFrom('audit_event').select(['action', 'subject']).execute())
  assert.deepEqual(notes, [{ action: 'setUp', subject: id }])
  const bureau = await o.act((ctx) =>
    ctx.db.selectFrom('county').innerJoin('unit', 'unit.id', 'bureau_unit_id').select(['unit.name', 'kind']).execute(),
  )
  assert.deepEqual(bureau, [{ name: '中共临邑县委老干部局', kind: 'bureau' }])
})

test('an installation that is set up is not set up again', async (t) => {
  const o = await emptyHouse(t)
  await at(o).setUp({ code: o.text, ...ASKED })
  await assert.rejects(at(o).setUp({ code: o.text, ...ASKED, county: 371425 }), { status: 409, code: 'setup.already' })
  await assert.rejects(at(o).searchCounties({ q: '齐河' }), { status: 409, code: 'setup.already' })
})

test('of two who set up at once, one wins and the other is told so', async (t) => {
  const o = await emptyHouse(t)
  const ends = await Promise.allSettled([
    at(o).setUp({ code: o.text, ...ASKED }),
    at(o).setUp({ code: o.text, ...ASKED, county: 371425, countyName: '齐河县' }),
  ])
  const codes = ends.map((end) => (end.status === 'fulfilled' ? 'done' : String(end.reason.code)))
  assert.deepEqual(codes.toSorted(), ['done', 'setup.already'])
  assert.equal((await at(o).setupState()).counties.length, 1)
})

test('who does not know the code sets nothing up and leaves no trace', async (t) => {
  const o = await emptyHouse(t)
  for (let turn = 0; turn < 5; turn++)
    await assert.rejects(at(o).setUp({ code: 'AAAA-AAAA-AAAA', ...ASKED }), { status: 403, code: 'setup.wrong_code' })
  await assert.rejects(at(o).setUp({ code: o.text, ...ASKED }), { status: 423, code: 'setup.code_locked' })
  assert.ok(await isEmpty(o))
})

test('a set-up that fails can be done again with the same code', async (t) => {
  const o = await emptyHouse(t)
  const weak = { ...ADMINISTRATOR, password: 'wangjing' }
  await assert.rejects(at(o).setUp({ code: o.text, ...ASKED, administrator: weak }), {
    status: 422,
    code: 'password.weak',
  })
  await assert.rejects(at(o).setUp({ code: o.text, ...ASKED, county: 371499 }), { code: 'places.no_such_county' })
  await assert.rejects(at(o).setUp({ code: o.text, ...ASKED, bureau: '局' }), { code: 'input.invalid' })
  assert.ok(await isEmpty(o))
  await at(o).setUp({ code: o.text.toLowerCase(), ...ASKED })
})
