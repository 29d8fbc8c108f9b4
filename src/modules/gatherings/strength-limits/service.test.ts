import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as gatherings } from '../contract.ts'
import { routes } from '../index.ts'
import { contract as signUps } from '../sign-up/contract.ts'
import { defaultLimits } from '../strength/index.ts'
import { contract } from './contract.ts'

async function open(t: TestContext): Promise<Office & { bureau: Worker }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  return Object.assign(o, { bureau: await o.hire() })
}

const none = { warn: null, consent: null, refuse: null }
const strict = {
  ages: [none, none, none, { warn: 60, consent: 65, refuse: 70 }],
  consentHealth: ['31'],
  weekMinutes: { warn: 600, consent: 1_200 },
}

test('a county without limits of its own goes by ours, and a new rule decides from its day on', async (t) => {
  const o = await open(t)
  const desk = o.as(o.bureau).call(contract)
  assert.deepEqual(await desk.readStrengthLimits(), { today: defaultLimits, items: [] })
  await desk.setStrengthLimits({ since: '2026-04-01', limits: strict })
  assert.deepEqual((await desk.readStrengthLimits()).today, defaultLimits)
  const personId = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  await asOwner(o.house, `update person set birth_on = '1954-01-01' where id = $1`, [personId])
  const climb = { kind: 'tour', title: '登山', placeCode: PLACES.guangchang, intensity: 4 } as const
  const judged = async (day: string) => {
    const times = { startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T11:00:00+08:00` }
    const { ids } = await o
      .as(o.bureau)
      .call(gatherings)
      .planGathering({ ...climb, ...times })
    return (
      await o
        .as(o.bureau)
        .call(signUps)
        .judgeSignUp({ id: ids[0] ?? '', personId })
    ).outcome
  }
  assert.equal(await judged('2026-03-31'), 'consent')
  assert.equal(await judged('2026-04-02'), 'refuse')
  o.clock.set('2026-04-01T09:00:00+08:00')
  assert.deepEqual((await desk.readStrengthLimits()).today, strict)
})

test('no rule begins in the past, and a rule to come can be put right', async (t) => {
  const o = await open(t)
  const desk = o.as(o.bureau).call(contract)
  await assert.rejects(desk.setStrengthLimits({ since: '2026-03-01', limits: strict }), { code: 'strength.too_early' })
  await desk.setStrengthLimits({ since: '2026-05-01', limits: strict })
  await desk.setStrengthLimits({ since: '2026-05-01', limits: { ...strict, consentHealth: ['41'] } })
  const { items } = await desk.readStrengthLimits()
  assert.deepEqual(
    items.map(({ since, limits }) => [since, limits.consentHealth]),
    [['2026-05-01', ['41']]],
  )
})

test('a community worker reads the rule and does not set it; what makes no sense is refused', async (t) => {
  const o = await open(t)
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const asked = { since: '2026-05-01', limits: strict }
  await assert.rejects(o.as(worker).call(contract).setStrengthLimits(asked), { status: 403 })
  const desk = o.as(o.bureau).call(contract)
  const weekMinutes = { warn: 1_200, consent: 600 }
  await assert.rejects(desk.setStrengthLimits({ ...asked, limits: { ...strict, weekMinutes } }), { status: 400 })
  await assert.rejects(desk.setStrengthLimits({ ...asked, limits: { ...strict, ages: [none] } }), { status: 400 })
})
