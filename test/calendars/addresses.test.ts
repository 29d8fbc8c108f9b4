import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { contract } from '#modules/gatherings/calendar-addresses/contract.ts'
import { contract as feeds } from '#modules/gatherings/calendar-feed/contract.ts'
import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { routes } from '#modules/gatherings/index.ts'
import { contract as signUps } from '#modules/gatherings/sign-up/contract.ts'
import { routes as placeRoutes } from '#modules/places/index.ts'
import { contract as sites } from '#modules/places/sites/contract.ts'
import { newId } from '#platform/ids.ts'
import { planned } from '#test/office/desks/gatherings.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'

type Desk = Office & { worker: Worker; bureau: Worker; hall: string; person: string }
type Subject = Parameters<ReturnType<typeof desk>['listCalendarAddresses']>[0]

const origin = 'https://sangyu.example'
const ofPlace = (subject: string): Subject => ({ of: 'place', subject })
const desk = (o: Office, worker: Worker) => o.as(worker).call(contract)

/** Chess in a hall of 广场社区, a walk there without a venue, and a show elsewhere; 王秀英 lives in 广场社区. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [...routes, ...placeRoutes] })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const bureau = await o.hire()
  const hall = await o.as(bureau).call(sites).addSite({ placeCode: PLACES.guangchang, kind: 'venue', name: '棋牌室' })
  await planned(o, worker, { title: '象棋赛', siteId: hall.id, address: null })
  await planned(o, worker)
  await planned(o, bureau, { title: '馨园合唱', placeCode: PLACES.xinyuan })
  const person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  return Object.assign(o, { worker, bureau, hall: hall.id, person })
}

async function given(o: Desk, subject: Subject, worker = o.worker): Promise<string> {
  const { address } = await desk(o, worker).giveCalendarAddress({ ...subject, origin })
  return address
}
async function read(o: Office, address: string): Promise<string[]> {
  const token = address.split('/').at(-1) ?? ''
  const { bytes } = await o.as().call(feeds).readCalendar({ token })
  return new TextDecoder().decode(bytes).replaceAll('\r\n ', '').split('\r\n')
}
const saying = (lines: string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1))
const titles = async (o: Office, address: string) => saying(await read(o, address), 'SUMMARY')

test('an address shows what it was given for and nothing beside: a community, a venue, a person', async (t) => {
  const o = await open(t)
  assert.deepEqual(await titles(o, await given(o, ofPlace(PLACES.guangchang))), ['象棋赛', '健步走'])
  assert.deepEqual(await titles(o, await given(o, { of: 'site', subject: o.hall })), ['象棋赛'])
  const own = await given(o, { of: 'person', subject: o.person })
  assert.deepEqual(await titles(o, own), [])
  const { items } = await o.as(o.worker).call(gatherings).listGatherings({ q: '健步' })
  await o
    .as(o.worker)
    .call(signUps)
    .signUp({ id: items[0]?.id ?? '', personId: o.person })
  assert.deepEqual(await titles(o, own), ['健步走'])
  const county = await given(o, ofPlace(PLACES.county), o.bureau)
  assert.deepEqual(await titles(o, county), ['象棋赛', '健步走', '馨园合唱'])
  const names = await Promise.all([county, own].map(async (one) => saying(await read(o, one), 'X-WR-CALNAME')))
  assert.deepEqual(names, [['临邑县活动日历'], ['我的活动']])
})

test('nobody is named in a calendar, not even in one’s own, and the database does not hold the address', async (t) => {
  const o = await open(t)
  const { items } = await o.as(o.worker).call(gatherings).listGatherings({})
  for (const { id } of items.slice(0, 1)) await o.as(o.worker).call(signUps).signUp({ id, personId: o.person })
  for (const subject of [ofPlace(PLACES.guangchang), { of: 'person', subject: o.person } as const]) {
    const address = await given(o, subject)
    assert.match(address, /^https:\/\/sangyu\.example\/api\/calendars\/[0-9a-f]{64}$/)
    assert.ok(!(await read(o, address)).join('').includes('王秀英'))
    const rows = await asOwner<{ text: string }>(o.house, 'select row_to_json(x)::text as text from calendar_address x')
    assert.ok(rows.length && rows.every(({ text }) => !text.includes(address.split('/').at(-1) ?? '')))
  }
})

test('who waits for a place is not told they have one', async (t) => {
  const o = await open(t)
  const other = await o.act((ctx) => settle(ctx, { name: '李建国', place: PLACES.guangchang }))
  const id = await planned(o, o.worker, {
    title: '小课堂',
    capacity: 1,
    startsAt: '2026-03-12T09:00:00+08:00',
    endsAt: '2026-03-12T10:00:00+08:00',
  })
  for (const personId of [other, o.person]) await o.as(o.worker).call(signUps).signUp({ id, personId })
  const states = async (subject: string) => saying(await read(o, await given(o, { of: 'person', subject })), 'STATUS')
  assert.deepEqual([await states(other), await states(o.person)], [['CONFIRMED'], ['TENTATIVE']])
})

test('a series is an event for each day, each keeps its name for good, and one called off says so', async (t) => {
  const o = await open(t)
  const repeat = { every: 'week', times: 3 } as const
  const first = await planned(o, o.worker, {
    title: '书法课',
    siteId: o.hall,
    startsAt: '2026-03-11T09:00:00+08:00',
    endsAt: '2026-03-11T10:00:00+08:00',
    repeat,
  })
  const address = await given(o, { of: 'site', subject: o.hall })
  const before = saying(await read(o, address), 'UID')
  await o.as(o.worker).call(gatherings).cancelGathering({ id: first, reason: '停电' })
  const lines = await read(o, address)
  assert.deepEqual(saying(lines, 'UID'), before)
  assert.deepEqual([before.length, new Set(before).size, before.includes(`${first}@sangyu`)], [4, 4, true])
  assert.deepEqual(saying(lines, 'STATUS'), ['CONFIRMED', 'CANCELLED', 'CONFIRMED', 'CONFIRMED'])
  assert.deepEqual(saying(lines, 'X-WR-TIMEZONE'), ['Asia/Shanghai'])
})

test('several addresses stand side by side, each known by where it hangs, and one is stopped without the others', async (t) => {
  const o = await open(t)
  const subject = ofPlace(PLACES.guangchang)
  const poster = await desk(o, o.worker).giveCalendarAddress({ ...subject, origin, label: '门口海报' })
  const chat = await desk(o, o.worker).giveCalendarAddress({ ...subject, origin, label: '居民群' })
  const listed = await desk(o, o.worker).listCalendarAddresses(subject)
  assert.deepEqual(
    [listed.name, listed.total, new Set(listed.items.map(({ label }) => label))],
    ['广场社区', 2, new Set(['居民群', '门口海报'])],
  )
  assert.ok(listed.items.every(({ madeBy, madeAt }) => madeBy && madeAt))
  assert.equal(poster.link, poster.address.replace('https', 'webcal'))
  await desk(o, o.worker).stopCalendarAddress({ id: poster.id })
  await assert.rejects(read(o, poster.address), { status: 404 })
  await assert.rejects(desk(o, o.worker).stopCalendarAddress({ id: poster.id }), { status: 404 })
  assert.equal((await titles(o, chat.address)).length, 2)
  assert.equal((await desk(o, o.worker).listCalendarAddresses(subject)).total, 1)
})

test('a calendar of a place goes on when whoever made it has left the office', async (t) => {
  const o = await open(t)
  const address = await given(o, ofPlace(PLACES.guangchang))
  await asOwner(o.house, `update account set status = 'disabled' where id = $1`, [o.worker.id])
  assert.equal((await titles(o, address)).length, 2)
})

test('after somebody’s death their calendar is empty to everybody, and no other is made', async (t) => {
  const o = await open(t)
  const subject = { of: 'person', subject: o.person } as const
  const address = await given(o, subject)
  await asOwner(o.house, `update person set status = 'deceased', died_on = '2026-03-02' where id = $1`, [o.person])
  await assert.rejects(read(o, address), { status: 404 })
  const listed = await desk(o, o.worker).listCalendarAddresses(subject)
  assert.deepEqual([listed.total, listed.can.give], [0, false])
  await assert.rejects(given(o, subject), { code: 'gatherings.outside_area' })
})

test('who asks for twenty-one at once is given twenty', async (t) => {
  const o = await open(t)
  const asked = await Promise.allSettled(Array.from({ length: 21 }, () => given(o, ofPlace(PLACES.guangchang))))
  const refused = asked.filter(({ status }) => status === 'rejected')
  assert.equal(refused.length, 1)
  assert.equal((await desk(o, o.worker).listCalendarAddresses(ofPlace(PLACES.guangchang))).total, 20)
})

test('addresses are given out by who keeps the place, and a person’s by who looks after them; others read which there are, or find nobody', async (t) => {
  const o = await open(t)
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.ruiheng })
  const reader = await o.hire({ role: 'reader', place: PLACES.guangchang })
  const seller = await o.hire({ role: 'partner' })
  const place = ofPlace(PLACES.guangchang)
  const own = { of: 'person', subject: o.person } as const
  const { id } = await desk(o, o.worker).giveCalendarAddress({ ...place, origin })
  const personal = await desk(o, o.worker).giveCalendarAddress({ ...own, origin })
  const table: [who: Worker, place: string | number, person: string | number][] = [
    [neighbour, 'gatherings.outside_area', 'row.not_found'],
    [reader, 'auth.forbidden', 'auth.forbidden'],
    [seller, 'auth.forbidden', 'auth.forbidden'],
  ]
  for (const [who, ofPlaces, ofPeople] of table) {
    await assert.rejects(desk(o, who).giveCalendarAddress({ ...place, origin }), { code: ofPlaces })
    await assert.rejects(desk(o, who).stopCalendarAddress({ id }), { code: ofPlaces })
    await assert.rejects(desk(o, who).giveCalendarAddress({ ...own, origin }), { code: ofPeople })
    await assert.rejects(desk(o, who).stopCalendarAddress({ id: personal.id }), { code: ofPeople })
  }
  const seen = await desk(o, neighbour).listCalendarAddresses(place)
  assert.deepEqual([seen.total, seen.can.give], [1, false])
  await assert.rejects(desk(o, neighbour).listCalendarAddresses(own), { status: 404 })
  for (const kind of ['site', 'group', 'team', 'person'] as const)
    await assert.rejects(desk(o, o.bureau).listCalendarAddresses({ of: kind, subject: newId() }), { status: 404 })
  assert.equal((await desk(o, o.worker).listCalendarAddresses(place)).total, 1)
})
