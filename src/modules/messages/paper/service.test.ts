import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { routes, tell } from '../index.ts'
import { contract } from './contract.ts'

async function open(t: TestContext): Promise<Office & { street: Worker; people: string[] }> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const street = await o.hire({ role: 'street_staff', place: PLACES.xingtong })
  const people = await o.act(async (ctx) => [
    await settle(ctx, { name: '赵桂英', place: PLACES.guangchang }),
    await settle(ctx, { name: '钱守义', place: PLACES.guangchang }),
    await settle(ctx, { name: '孙长河', place: PLACES.ruiheng }),
    await settle(ctx, { name: '李秀兰', place: PLACES.xinyuan }),
  ])
  await o.act((ctx) =>
    tell(ctx, { personIds: people, template: 'notice', values: { text: '周五上午停水。' }, key: 'water' }),
  )
  return Object.assign(o, { street, people })
}

const shape = (list: { groups: { place: string | null; items: { name: string }[] }[] }) =>
  list.groups.map(({ place, items }) => [place, items.map(({ name }) => name).toSorted()])

test('who has no mobile stands on the list of their community, with the words to bring', async (t) => {
  const o = await open(t)
  const at = o.as(o.street).call(contract)
  const list = await at.listToPrint({})
  assert.deepEqual(shape(list), [
    ['广场社区', ['赵桂英', '钱守义']],
    ['瑞恒社区', ['孙长河']],
  ])
  assert.equal(list.total, 3)
  assert.equal(list.groups[1]?.items[0]?.text, '孙长河同志：周五上午停水。')
  assert.deepEqual(shape(await at.listToPrint({ under: PLACES.ruiheng })), [['瑞恒社区', ['孙长河']]])
  assert.equal((await at.listToPrint({ kind: 'bank' })).total, 0)
})

test('what was printed leaves the list once; a neighbour’s is not touched', async (t) => {
  const o = await open(t)
  const at = o.as(o.street).call(contract)
  const all = await asOwner<{ id: string }>(o.house, 'select id from message')
  const ids = all.map(({ id }) => id)
  assert.deepEqual(await at.markPrinted({ ids }), { printed: 3 })
  assert.deepEqual(await at.markPrinted({ ids }), { printed: 0 })
  assert.equal((await at.listToPrint({})).total, 0)
  assert.equal(
    (
      await o
        .as(await o.hire())
        .call(contract)
        .listToPrint({})
    ).total,
    1,
  )
})

test('who has died meanwhile is not on the list', async (t) => {
  const o = await open(t)
  await asOwner(o.house, `update person set status = 'deceased' where id = $1`, [o.people[0]])
  assert.equal((await o.as(o.street).call(contract).listToPrint({})).total, 2)
})

test('who may not send prints nothing either', async (t) => {
  const o = await open(t)
  for (const role of ['unit_liaison', 'reader', 'system_administrator'] as const) {
    const at = o.as(await o.hire({ role })).call(contract)
    await assert.rejects(at.listToPrint({}), { status: 403 }, role)
    await assert.rejects(at.markPrinted({ ids: o.people }), { status: 403 }, role)
  }
})
