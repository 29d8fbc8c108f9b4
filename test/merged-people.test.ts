import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { INVARIANTS } from '#modules/ledger/index.ts'
import { contract as duplicates } from '#modules/people/duplicates/contract.ts'
import { contract as bank } from '#modules/volunteering/bank/contract.ts'
import { contract as counter } from '#modules/volunteering/bank/counter/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { BANK_INVARIANTS, serviceInvariants } from '#modules/volunteering/index.ts'
import { contract as checking } from '#modules/volunteering/shifts/checking/contract.ts'
import { contract as confirming } from '#modules/volunteering/shifts/confirming/contract.ts'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { contract as turns } from '#modules/volunteering/shifts/turns/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { newId } from '#platform/ids.ts'
import { openShop, register } from '#test/office/bank.ts'
import { gatheringDesk, planned } from '#test/office/desks/gatherings.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { allParts, personTies } from '../src/main.ts'

/** Tables of the people room itself: the merge copies what they hold, or their readers follow `merged_into`. */
const OF_THE_ROOM = new Set([
  'person',
  'person_phone',
  'person_contact',
  'family_member',
  'affiliation',
  'person_event',
  'person_change',
  'duplicate_pair',
  'person_merge',
  'consent',
  'correction_request',
  'erasure',
  'disclosure',
  'person_file',
  'reveal',
])

type Desk = Office & { clerk: Worker; one: string; two: string }

async function twoRecords(t: TestContext): Promise<Desk> {
  const { rooms, listeners } = allParts()
  const o = await office({ rooms, listeners })
  t.after(() => o.close())
  const clerk = await o.hire()
  const [one = '', two = ''] = await register(o, ['常宝山', '常宝山'])
  await o.deliver()
  return Object.assign(o, { clerk, one, two })
}

const doors = (o: Desk, worker: Worker = o.clerk) => {
  const at = o.as(worker)
  return {
    ...gatheringDesk(o, worker),
    ...at.call(shifts),
    ...at.call(turns),
    ...at.call(checking),
    ...at.call(confirming),
    ...at.call(bank),
    ...at.call(redemptions),
    ...at.call(volunteers),
    ...at.call(duplicates),
  }
}

async function merged(o: Desk, keptId = o.one, absorbedId = o.two): Promise<string> {
  const { mergeId } = await doors(o).mergePeople({ keptId, absorbedId })
  await o.deliver()
  return mergeId
}

async function parted(o: Desk, id: string): Promise<void> {
  await doors(o).undoMerge({ id })
  await o.deliver()
}

/** What sangyu doctor asks of the books. */
async function sound(o: Desk): Promise<void> {
  for (const { id, query } of [...INVARIANTS, ...BANK_INVARIANTS, ...serviceInvariants])
    assert.deepEqual(await asOwner(o.house, query), [], id)
}

async function whose(o: Desk, table: string, column = 'person_id'): Promise<string[]> {
  const rows = await asOwner(o.house, `select ${column} as id from ${table} where ${column} is not null order by 1`)
  const names: Record<string, string> = { [o.one]: 'one', [o.two]: 'two' }
  return rows.map((row) => names[String(row['id'])] ?? 'other').sort()
}

/** A shift, served from its beginning to its end and confirmed. */
async function serves(o: Desk, personId: string, day: string): Promise<void> {
  const desk = doors(o)
  const times = { startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T11:00:00+08:00` }
  const visit = { title: '看望独居老人', task: 'company', placeCode: PLACES.guangchang, capacity: 5 } as const
  const { ids } = await desk.publishShift({ ...visit, ...times })
  const { turnId } = await desk.claimTurn({ id: ids[0] ?? '', personId })
  o.clock.set(times.startsAt)
  await desk.checkIn({ id: turnId })
  o.clock.set(times.endsAt)
  await desk.checkOut({ id: turnId })
  await desk.confirmTurn({ id: turnId, rating: 5 })
}

test('every column that says whose a row is has its rule for two records of one person', async (t) => {
  const o = await twoRecords(t)
  const found = await asOwner(
    o.house,
    `select c.conrelid::regclass::text as "table", a.attname as "column"
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'county'
      where c.contype = 'f' and c.confrelid = 'person'::regclass`,
  )
  const ruled = new Set(personTies.map(({ table, column }) => `${table}.${column}`))
  const without = found.filter(
    ({ table, column }) => !OF_THE_ROOM.has(String(table)) && !ruled.has(`${String(table)}.${String(column)}`),
  )
  assert.ok(found.length > 30)
  assert.deepEqual(without, [], 'a new table says in its room’s person-ties what a merge does with it')
})

test('service, hours and points of both records are one person’s, and go back when the merge is undone', async (t) => {
  const o = await twoRecords(t)
  for (const personId of [o.one, o.two]) await doors(o).registerVolunteer({ personId })
  await serves(o, o.one, '2026-03-10')
  await serves(o, o.two, '2026-03-11')
  const shop = await openShop(o, { points: 2 })
  const id = newId()
  const { code } = await doors(o).reserveRedemption({ id, personId: o.two, itemId: shop.item })
  const mergeId = await merged(o)
  const wallet = await doors(o).readWallet({ personId: o.one })
  assert.deepEqual([wallet.minutes, wallet.points], [240, 6], 'two wait at the counter')
  const waits = (await doors(o).listRedemptions({ personId: o.one })).items
  assert.deepEqual(
    waits.map(({ status }) => status),
    ['reserved'],
  )
  assert.deepEqual(await whose(o, 'service_record'), ['one', 'one'])
  assert.deepEqual(await whose(o, 'bank_earning'), ['one', 'one'])
  assert.deepEqual(await whose(o, 'shift_turn'), ['one', 'one'])
  await sound(o)
  await o.as(shop.clerk).call(counter).handOver({ code, key: newId() })
  await sound(o)
  await parted(o, mergeId)
  const [kept, other] = [await doors(o).readWallet({ personId: o.one }), await doors(o).readWallet({ personId: o.two })]
  assert.deepEqual([kept.minutes, kept.points, other.minutes, other.points], [120, 4, 120, 2])
  assert.deepEqual(await whose(o, 'service_record'), ['one', 'two'])
  assert.deepEqual(await whose(o, 'bank_redemption'), ['two'])
  await sound(o)
})

test('what waited at a counter and is taken back comes to the kept record', async (t) => {
  const o = await twoRecords(t)
  await doors(o).registerVolunteer({ personId: o.two })
  await serves(o, o.two, '2026-03-11')
  const shop = await openShop(o, { points: 3 })
  const id = newId()
  await doors(o).reserveRedemption({ id, personId: o.two, itemId: shop.item })
  await merged(o)
  await doors(o).cancelRedemption({ id })
  assert.equal((await doors(o).readWallet({ personId: o.one })).points, 4)
  await sound(o)
})

test('points spent since a merge stay spent: an undone merge gives back what is left', async (t) => {
  const o = await twoRecords(t)
  await doors(o).registerVolunteer({ personId: o.two })
  await serves(o, o.two, '2026-03-11')
  const mergeId = await merged(o)
  const shop = await openShop(o, { points: 3 })
  const { code } = await doors(o).reserveRedemption({ id: newId(), personId: o.one, itemId: shop.item })
  await o.as(shop.clerk).call(counter).handOver({ code, key: newId() })
  await parted(o, mergeId)
  const points = await Promise.all(
    [o.one, o.two].map(async (personId) => (await doors(o).readWallet({ personId })).points),
  )
  assert.deepEqual(points, [0, 1])
  await sound(o)
})

test('of two sign-ups for one gathering the better stands, and the place given up is offered to who waits', async (t) => {
  const o = await twoRecords(t)
  const [next = ''] = await register(o, ['孙秀兰'])
  const id = await planned(o, o.clerk, { capacity: 2 })
  const full = await planned(o, o.clerk, {
    capacity: 1,
    startsAt: '2026-03-12T09:00:00+08:00',
    endsAt: '2026-03-12T11:00:00+08:00',
  })
  const desk = doors(o)
  for (const personId of [o.one, o.two, next]) await desk.signUp({ id, personId })
  for (const personId of [o.two, o.one]) await desk.signUp({ id: full, personId })
  const mergeId = await merged(o)
  const states = async (gathering: string) =>
    (await desk.listSignUps({ id: gathering })).items.map((line) => [line.personId, line.status])
  const has = async (gathering: string, personId: string) =>
    (await states(gathering)).filter(([who]) => who === personId).map(([, status]) => status)
  assert.deepEqual([await has(id, o.one), await has(id, next)], [['in'], ['offered']])
  assert.ok((await has(full, o.one)).includes('in'), 'the place of the other record is theirs')
  await parted(o, mergeId)
  assert.ok((await has(full, o.two)).includes('in'))
  assert.ok((await has(full, o.one)).includes('waiting'))
})

test('who was there by one record and missing by the other was there', async (t) => {
  const o = await twoRecords(t)
  const id = await planned(o, o.clerk)
  const desk = doors(o)
  for (const personId of [o.one, o.two]) await desk.signUp({ id, personId })
  o.clock.set('2026-03-10T11:30:00+08:00')
  await desk.markAttendance({
    id,
    marks: [
      { personId: o.one, state: 'absent' },
      { personId: o.two, state: 'present', minutes: 90 },
    ],
  })
  const mergeId = await merged(o)
  const read = () => asOwner(o.house, 'select state, minutes from gathering_attendance where person_id = $1', [o.one])
  assert.deepEqual(await read(), [{ state: 'present', minutes: 90 }])
  await parted(o, mergeId)
  assert.deepEqual(await read(), [{ state: 'absent', minutes: null }])
})

test('two shifts at one time are one person’s once: the kept record’s turn stands and the other place is free', async (t) => {
  const o = await twoRecords(t)
  const desk = doors(o)
  for (const personId of [o.one, o.two]) await desk.registerVolunteer({ personId })
  const visit = { task: 'company', placeCode: PLACES.guangchang, capacity: 2 } as const
  const times = { startsAt: '2026-03-10T09:00:00+08:00', endsAt: '2026-03-10T11:00:00+08:00' }
  const at = async (title: string) => (await desk.publishShift({ ...visit, ...times, title })).ids[0] ?? ''
  const [first, second] = [await at('看望独居老人'), await at('看望高龄老人')]
  await desk.claimTurn({ id: first, personId: o.one })
  await desk.claimTurn({ id: second, personId: o.two })
  const mergeId = await merged(o)
  const taken = async (id: string) => (await desk.readShift({ id })).taken
  assert.deepEqual([await taken(first), await taken(second)], [1, 0])
  await sound(o)
  await parted(o, mergeId)
  assert.deepEqual([await taken(first), await taken(second)], [1, 1])
})

test('service of two records on one day that is more than a day counts stays to be judged', async (t) => {
  const o = await twoRecords(t)
  const desk = doors(o)
  for (const personId of [o.one, o.two]) await desk.registerVolunteer({ personId })
  const visit = { task: 'company', placeCode: PLACES.guangchang, capacity: 2 } as const
  for (const [personId, startsAt, endsAt] of [
    [o.one, '2026-03-10T06:00:00+08:00', '2026-03-10T12:00:00+08:00'],
    [o.two, '2026-03-10T13:00:00+08:00', '2026-03-10T19:00:00+08:00'],
  ] as const) {
    const { ids } = await desk.publishShift({ ...visit, title: '集中整治', startsAt, endsAt })
    const { turnId } = await desk.claimTurn({ id: ids[0] ?? '', personId })
    o.clock.set(startsAt)
    await desk.checkIn({ id: turnId })
    o.clock.set(endsAt)
    await desk.checkOut({ id: turnId })
    await desk.confirmTurn({ id: turnId, rating: 5 })
  }
  await merged(o)
  assert.deepEqual(await whose(o, 'service_record'), ['one', 'two'])
  assert.equal((await doors(o).readWallet({ personId: o.one })).minutes, 720)
  await sound(o)
})
