import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { breaches, earned, register } from '#test/office/bank.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { bankRoutes } from '../index.ts'
import { contract } from './contract.ts'

type Desk = Office & { maker: Worker; wang: string; li: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: bankRoutes })
  t.after(() => o.close())
  const [wang = '', li = ''] = await register(o, ['王秀英', '李建国'])
  return Object.assign(o, { maker: await o.hire(), wang, li })
}

const rules = (o: Desk, worker = o.maker) => o.as(worker).call(contract)
const ofYear = async (o: Desk, year: number) =>
  (await rules(o).listProgrammes({})).items.find((one) => one.year === year)

test('a year without a decision has no limit; each decision stays in its history with its paper', async (t) => {
  const o = await open(t)
  const before = await ofYear(o, 2026)
  assert.deepEqual([before?.pointsBudget, before?.points, before?.left, before?.history], [null, 0, null, []])
  await rules(o).setBudget({ year: 2026, pointsBudget: 100, basis: '临老干〔2026〕3号' })
  o.clock.pass(1)
  await rules(o).setBudget({ year: 2026, pointsBudget: 80 })
  const after = await ofYear(o, 2026)
  assert.deepEqual([after?.pointsBudget, after?.left], [80, 80])
  assert.deepEqual(
    after?.history.map(({ pointsBudget, basis, setBy }) => [pointsBudget, basis, setBy]),
    [
      [80, null, '周敏'],
      [100, '临老干〔2026〕3号', '周敏'],
    ],
  )
})

test('what a budget kept back stands by person; a budget is never less than what was issued', async (t) => {
  const o = await open(t)
  await rules(o).setBudget({ year: 2026, pointsBudget: 20 })
  await earned(o, o.wang, 16)
  await earned(o, o.li, 10)
  const year = await ofYear(o, 2026)
  assert.deepEqual([year?.points, year?.left, year?.keptBack], [20, 0, { people: 1, points: 6 }])
  const kept = await rules(o).listKeptBack({ year: 2026 })
  assert.deepEqual(
    kept.items.map(({ personId, points }) => [personId, points]),
    [[o.li, 6]],
  )
  await assert.rejects(rules(o).setBudget({ year: 2026, pointsBudget: 19 }), { code: 'bank.budget_spent' })
  await rules(o).setBudget({ year: 2026, pointsBudget: 30 })
  assert.deepEqual([(await ofYear(o, 2026))?.points, (await ofYear(o, 2026))?.left], [20, 10])
  assert.deepEqual(await breaches(o), [])
})

test('who does not look after somebody does not see what was kept back from them', async (t) => {
  const o = await open(t)
  await rules(o).setBudget({ year: 2026, pointsBudget: 1 })
  await earned(o, o.wang, 4)
  const street = await o.hire({ role: 'street_staff', place: PLACES.hengyuan, name: '陈涛' })
  assert.equal((await rules(o, street).listKeptBack({ year: 2026 })).total, 0)
  assert.equal((await rules(o, street).listProgrammes({})).items[0]?.can.set, false)
})

test('rules name what an hour of every other service earns, begin today or later, and once a day', async (t) => {
  const o = await open(t)
  const [usual] = (await rules(o).listRules({})).items
  assert.ok(usual)
  const { rates, eventPoints, monthPoints, dayMinutes, stockMinutes, codeMinutes, dayRedeemed, secondPersonPoints } =
    usual
  const rule = {
    rates,
    eventPoints,
    monthPoints,
    dayMinutes,
    stockMinutes,
    codeMinutes,
    dayRedeemed,
    secondPersonPoints,
  }
  const set = (more: object) => rules(o).setRule({ ...rule, fromOn: '2026-03-11', ...more })
  await assert.rejects(set({ rates: { care: 2 } }), {
    code: 'bank.no_usual_rate',
    message: /“每半小时积分（其他服务）”/,
  })
  await assert.rejects(set({ fromOn: '2026-03-01' }), { code: 'bank.rule_in_the_past' })
  await set({})
  await assert.rejects(set({}), { code: 'bank.rule_day_set' })
})

for (const role of ['street_staff', 'community_worker', 'reader'] as const)
  test(`${role} approves no budget`, async (t) => {
    const o = await open(t)
    const worker = await o.hire({ role, place: PLACES.xingtong, name: '某人' })
    await assert.rejects(rules(o, worker).setBudget({ year: 2026, pointsBudget: 5 }), { status: 403 })
  })
