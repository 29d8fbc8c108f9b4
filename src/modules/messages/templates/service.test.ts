import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { contract as messages } from '../contract.ts'
import { routes, tell } from '../index.ts'
import { contract } from './contract.ts'
import { currentText } from './service.ts'

async function open(t: TestContext): Promise<Office & { staff: Awaited<ReturnType<Office['hire']>> }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  return Object.assign(o, { staff: await o.hire() })
}
const zh = '{name}您好，{when}的“{title}”不办了。'
const en = 'Dear {name}, “{title}” of {when} is off.'

test('the bureau words a template anew; every version stays, and new messages use the newest', async (t) => {
  const o = await open(t)
  const at = o.as(o.staff).call(contract)
  const code = 'gathering.cancelled' as const
  assert.deepEqual(await at.rewordTemplate({ template: code, version: 0, zh, en }), { version: 1 })
  await at.rewordTemplate({ template: code, version: 1, zh: `${zh}谢谢。`, en })
  const read = await at.readTemplate({ template: code })
  assert.deepEqual(
    read.versions.map(({ version, changedBy }) => [version, changedBy]),
    [
      [2, '周敏'],
      [1, '周敏'],
      [0, null],
    ],
  )
  const person = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  await o.act((ctx) =>
    tell(ctx, { personIds: [person], template: code, values: { title: '合唱', when: '明天' }, key: 'off' }),
  )
  const [line] = (await o.as(o.staff).call(messages).listMessages({})).items
  assert.equal(line?.text, '王秀英您好，明天的“合唱”不办了。谢谢。')
  assert.equal((await o.act((ctx) => currentText(ctx, 'notice'))).version, 0)
})

for (const [what, change, code] of [
  ['that names what nothing fills in', { zh: `${zh}{phone}` }, 'messages.bad_places'],
  ['that forgets the title', { en: 'It is off, {when}.' }, 'messages.bad_places'],
  ['over a version that is gone', { version: 3 }, 'messages.template_changed'],
  ['without words', { zh: ' ' }, 'input.invalid'],
] as const)
  test(`a text ${what} is refused and leaves the template as it is`, async (t) => {
    const o = await open(t)
    const at = o.as(o.staff).call(contract)
    const asked = { template: 'gathering.cancelled' as const, version: 0, zh, en, ...change }
    await assert.rejects(at.rewordTemplate(asked), { code })
    assert.equal((await at.readTemplate({ template: 'gathering.cancelled' })).version, 0)
  })

test('of many who word it at once one does', async (t) => {
  const o = await open(t)
  const at = o.as(o.staff).call(contract)
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, () => at.rewordTemplate({ template: 'gathering.cancelled', version: 0, zh, en })),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('only the bureau words templates', async (t) => {
  const o = await open(t)
  for (const role of ['street_staff', 'community_worker', 'unit_liaison', 'reader', 'system_administrator'] as const) {
    const at = o.as(await o.hire({ role })).call(contract)
    await assert.rejects(at.listTemplates({}), { status: 403 }, role)
    await assert.rejects(at.rewordTemplate({ template: 'notice', version: 0, zh: '{text}', en: '{text}' }), {
      status: 403,
    })
  }
  const { items, total } = await o.as(o.staff).call(contract).listTemplates({})
  assert.equal(items.length, total)
  assert.ok(
    items.find(({ code }) => code === 'code')?.places.some(({ place, isNeeded }) => place === 'code' && isNeeded),
  )
})
