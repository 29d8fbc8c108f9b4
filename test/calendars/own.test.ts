import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { contract as access } from '#modules/accounts/elder-access/contract.ts'
import { contract as desk } from '#modules/gatherings/calendar-addresses/contract.ts'
import { contract } from '#modules/gatherings/calendar-addresses/own/contract.ts'
import { contract as feeds } from '#modules/gatherings/calendar-feed/contract.ts'
import { routes } from '#modules/gatherings/index.ts'
import { contract as affairs } from '#modules/gatherings/own/contract.ts'
import { planned } from '#test/office/desks/gatherings.ts'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'

type Home = Office & { worker: Worker; person: string; elder: Visitor }

const origin = 'https://sangyu.example'

/** 王秀英 at home, signed up for a walk. */
async function open(t: TestContext): Promise<Home> {
  const o = await office({ rooms: [...elderDoors, ...routes] })
  t.after(() => o.close())
  const worker = await o.hire()
  const person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const elder = await elderOf({ o, worker, personId: person })
  await elder.call(affairs).joinGathering({ personId: person, id: await planned(o, worker) })
  return Object.assign(o, { worker, person, elder })
}

const make = (o: Home, by = o.elder) => by.call(contract).makeMyCalendarAddress({ personId: o.person, origin })
const listed = (o: Home) => o.elder.call(contract).myCalendarAddresses({ personId: o.person })
async function read(o: Home, address: string): Promise<string> {
  const { bytes } = await o
    .as()
    .call(feeds)
    .readCalendar({ token: address.split('/').at(-1) ?? '' })
  return new TextDecoder().decode(bytes)
}

test('an elder puts their own calendar on a telephone, sees who else did, and takes it back at once', async (t) => {
  const o = await open(t)
  const daughter = await relativeOf({ o, worker: o.worker, personId: o.person })
  const [own, hers] = [await make(o), await make(o, daughter)]
  const clerks = await o.as(o.worker).call(desk).giveCalendarAddress({ of: 'person', subject: o.person, origin })
  for (const { address } of [own, hers, clerks]) assert.match(await read(o, address), /SUMMARY:健步走/)
  assert.ok(own.link.startsWith('webcal://sangyu.example/api/') && own.qr.length > 20)
  const { items } = await listed(o)
  assert.deepEqual(items.map(({ onBehalf, madeBy }) => `${onBehalf} ${madeBy}`).toSorted(), [
    `clerk ${o.worker.name}`,
    'family 赵丽',
    'self 王秀英',
  ])
  for (const { id } of [own, clerks]) await o.elder.call(contract).stopMyCalendarAddress({ personId: o.person, id })
  for (const { address } of [own, clerks]) await assert.rejects(read(o, address), { status: 404 })
  assert.equal((await listed(o)).total, 1)
  await o.as(o.worker).call(desk).stopCalendarAddress({ id: hers.id })
  await assert.rejects(read(o, hers.address), { status: 404 })
})

test('it stands in the trail who made and who stopped an address, and for whom', async (t) => {
  const o = await open(t)
  const daughter = await relativeOf({ o, worker: o.worker, personId: o.person })
  const { id } = await make(o, daughter)
  await o.elder.call(contract).stopMyCalendarAddress({ personId: o.person, id })
  const notes = await asOwner(
    o.house,
    `select action, subject, detail ->> 'as' as "as", detail ->> 'for' as "for" from audit_event where action like '%MyCalendarAddress' order by seq`,
  )
  const about = { subject: id, for: o.person }
  assert.deepEqual(notes, [
    { action: 'makeMyCalendarAddress', as: 'family', ...about },
    { action: 'stopMyCalendarAddress', as: 'self', ...about },
  ])
})

test('what a daughter made ends when she may no longer act, and the elder’s own when access is withdrawn', async (t) => {
  const o = await open(t)
  const daughter = await relativeOf({ o, worker: o.worker, personId: o.person })
  const [own, hers] = [await make(o), await make(o, daughter)]
  await asOwner(
    o.house,
    `update own_authority set ended_at = now(), end_reason = 'withdrawn' where kind = 'family' and person_id = $1`,
    [o.person],
  )
  await assert.rejects(read(o, hers.address), { status: 404 })
  assert.deepEqual(
    (await listed(o)).items.map(({ id }) => id),
    [own.id],
  )
  await o.as(o.worker).call(access).withdrawAccess({ id: o.person })
  await assert.rejects(read(o, own.address), { status: 404 })
})

test('nobody makes, sees or stops an address of a person whose affairs they do not do', async (t) => {
  const o = await open(t)
  const other = await o.act((ctx) => settle(ctx, { name: '李建国', place: PLACES.guangchang }))
  const { id, address } = await o.as(o.worker).call(desk).giveCalendarAddress({ of: 'person', subject: other, origin })
  const mine = o.elder.call(contract)
  for (const refused of [
    () => mine.myCalendarAddresses({ personId: other }),
    () => mine.makeMyCalendarAddress({ personId: other, origin }),
    () => mine.stopMyCalendarAddress({ personId: other, id }),
    () => mine.stopMyCalendarAddress({ personId: o.person, id }),
  ])
    await assert.rejects(refused(), { status: 404 })
  assert.match(await read(o, address), /BEGIN:VCALENDAR/)
})
