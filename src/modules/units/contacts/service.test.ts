import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU } from '#test/office/county.ts'
import { office } from '#test/office.ts'
import { contract as reading } from '../contract.ts'
import { routes } from '../index.ts'
import { contract } from './contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const zhou = await o.hire()
const desk = o.as(zhou).call(contract)

test('a contact’s telephone is sealed at rest and cut for a leader', async () => {
  const contact = { id: BUREAU, name: '李强', post: '办公室主任', phone: '13912345678' }
  const { contactId, version } = await desk.addUnitContact(contact)
  assert.equal(version, 2)
  const leader = await o.hire({ role: 'reader' })
  const phones = []
  for (const worker of [zhou, leader]) {
    const { contacts } = await o.as(worker).call(reading).readUnit({ id: BUREAU })
    phones.push(contacts.map((one) => one.phone))
  }
  assert.deepEqual(phones, [['13912345678'], ['139****5678']])
  const row = await o.act((ctx) => ctx.db.selectFrom('unit_contact').selectAll().executeTakeFirstOrThrow())
  assert.ok(!JSON.stringify(row).includes('13912345678'))
  const events = await o.act((ctx) => ctx.db.selectFrom('unit_event').select('detail').execute())
  assert.ok(!JSON.stringify(events).includes('李强'))
  await desk.removeUnitContact({ id: BUREAU, contactId })
  await assert.rejects(desk.removeUnitContact({ id: BUREAU, contactId }), { status: 404 })
})

test('a telephone that is none is refused and nothing is kept', async () => {
  await assert.rejects(desk.addUnitContact({ id: BUREAU, name: '李强', phone: '手机' }), { status: 400 })
  const { contacts } = await o.as(zhou).call(reading).readUnit({ id: BUREAU })
  assert.deepEqual(contacts, [])
})

test('who may keep contacts', async () => {
  const table: [string, { token: string } | undefined, number][] = [
    ['nobody', undefined, 401],
    ['a liaison', await o.hire({ role: 'unit_liaison', unit: BUREAU }), 403],
    ['staff of the bureau', zhou, 200],
  ]
  for (const [who, worker, status] of table) {
    const asked = o.as(worker).call(contract).addUnitContact({ id: BUREAU, name: '王志' })
    const got = await asked.then(
      () => 200,
      (refused: { status: number }) => refused.status,
    )
    assert.equal(got, status, who)
  }
})
