import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { PASSWORD, THREE } from '#test/office/newcomer.ts'
import { type Office, office } from '#test/office.ts'
import { contract as activation } from '../activation/contract.ts'
import { newSetupCode, routes } from '../index.ts'
import { ADMINISTRATORS } from '../rules.ts'
import { contract } from './contract.ts'
import { setupRoutes } from './index.ts'

const ASKED = { county: 371424, countyName: '临邑县', bureau: '中共临邑县委老干部局', administrators: THREE }

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

test('the first page asks for a county and three people, and nobody has a password when it is done', async (t) => {
  const o = await emptyHouse(t)
  assert.deepEqual(await at(o).setupState(), { needed: true, counties: [] })
  const { items } = await at(o).searchCounties({ q: '临邑' })
  assert.deepEqual(items[0], { county: 371424, name: '临邑县', path: '山东省 德州市' })
  const done = await at(o).setUp({ code: o.text, ...ASKED })
  assert.deepEqual([done.streets, done.communities], [12, 443])
  assert.deepEqual(await at(o).setupState(), { needed: false, counties: [{ county: 371424, name: '临邑县' }] })
  assert.deepEqual(
    done.handedOver.map(({ role, login, name }) => [role, login, name]),
    [
      ['system_administrator', 'wangjing', '王静'],
      ['security_administrator', 'jihong', '纪红'],
      ['audit_administrator', 'miaoli', '苗立'],
    ],
  )
  const kept = await o.act((ctx) => ctx.db.selectFrom('account').select(['status', 'password_hash']).execute())
  assert.deepEqual(
    kept,
    ADMINISTRATORS.map(() => ({ status: 'invited', password_hash: '-' })),
  )
  const bureau = await o.act((ctx) =>
    ctx.db.selectFrom('county').innerJoin('unit', 'unit.id', 'bureau_unit_id').select(['unit.name', 'kind']).execute(),
  )
  assert.deepEqual(bureau, [{ name: '中共临邑县委老干部局', kind: 'bureau' }])
})

test('each of the three opens their own account with the code they were handed, and has their administration', async (t) => {
  const o = await emptyHouse(t)
  const { handedOver } = await at(o).setUp({ code: o.text, ...ASKED })
  for (const { id, role, login, code } of handedOver) {
    await o.as().call(activation).activateAccount({ login, code, password: PASSWORD })
    const actor = await o.house.act({ account: id, county: 371424 }, { readOnly: true }, async (ctx) => ctx.actor)
    assert.deepEqual([actor.roles, actor.scope], [[role], { all: false, places: [], units: [] }])
  }
})

test('two of the three are never one person', async (t) => {
  const o = await emptyHouse(t)
  for (const key of ['login', 'name', 'mobile'] as const) {
    const twin = { ...THREE.audit_administrator, [key]: THREE.system_administrator[key] }
    const asked = { ...ASKED, administrators: { ...THREE, audit_administrator: twin } }
    await assert.rejects(at(o).setUp({ code: o.text, ...asked }), { status: 422, code: 'setup.three_people' }, key)
  }
  assert.ok(await isEmpty(o))
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
  await assert.rejects(at(o).setUp({ code: o.text, ...ASKED, county: 371499 }), { code: 'places.no_such_county' })
  await assert.rejects(at(o).setUp({ code: o.text, ...ASKED, bureau: '局' }), { code: 'input.invalid' })
  assert.ok(await isEmpty(o))
  await at(o).setUp({ code: o.text.toLowerCase(), ...ASKED })
})
