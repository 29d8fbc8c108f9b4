import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { Refused } from '#platform/client.ts'
import type { JobRequest } from '#platform/ctx.ts'
import { deliver } from '#platform/house/outbox.ts'
import { newId } from '#platform/ids.ts'
import { COUNTY, type Office, office, PLACES } from '#test/office.ts'
import { checkIdNumber } from '../../codes/index.ts'
import { contract as recordContract } from '../../record/contract.ts'
import { recordRoutes, registerPerson } from '../../record/index.ts'
import { contract } from '../contract.ts'
import { duplicatesAreLookedFor, duplicatesRoutes, searchJobs } from '../index.ts'

let o: Office
let unit = ''

before(async () => {
  o = await office({ rooms: [duplicatesRoutes, recordRoutes] })
  unit = (await o.act((ctx) => foundUnit(ctx, { name: '县粮食局', kind: 'employer' }))).id
})
after(() => o.close())

type About = { name: string; phone?: string; unitId?: string; place?: string; [field: string]: string | undefined }

/** Registers somebody of whom only what is named is known. */
const enrol = ({ phone, unitId, place, ...values }: About) =>
  o.act(async (ctx) => {
    const phones = phone ? [{ number: phone, label: '本人' as const }] : []
    const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    const around = { unitId: unitId ?? null, managingUnitId: null, placeCode: place ?? null, tags: [], source: '登记' }
    return (await registerPerson(ctx, { values: known as Record<string, string>, phones, ...around })).id // undefined ones are left out
  })
const bureau = async () => o.as(await o.hire()).call(contract)
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

/** An identity number whose check character is right. */
const citizen = (born: string, order: string) => {
  const body = `371424${born}${order}`
  const last = Array.from('0123456789X').find((char) => checkIdNumber(body + char).result === 'valid')
  return body + last
}

test('a search finds every kind of pair, twice the same, and forgets what was corrected', async () => {
  const pairs: [string, About, About, number][] = [
    [
      'birth and unit',
      { name: '孟宪章', birthOn: '1950-03', unitId: unit },
      { name: '孟宪章', birthOn: '1950-03-09', unitId: unit },
      95,
    ],
    ['phone', { name: '贾凤英', phone: '13905342001' }, { name: '贾凤英', phone: '13905342001' }, 92],
    ['birth', { name: '樊增寿', birthOn: '1944-12-01' }, { name: '樊增寿', birthOn: '1944-12-01' }, 85],
    ['variant', { name: '蕭樹峯', birthOn: '1939-02-11' }, { name: '肖树峰', birthOn: '1939-02-11' }, 85],
    [
      'former name',
      { name: '郝卫红', formerName: '郝来弟', birthOn: '1951-09' },
      { name: '郝来弟', birthOn: '1951-09' },
      70,
    ],
    ['sound', { name: '齐桂芝', birthOn: '1947-07-07' }, { name: '齐贵芝', birthOn: '1947-07-07' }, 75],
    ['one character', { name: '卜庆云', birthOn: '1946-06-06' }, { name: '卜庆山', birthOn: '1946-06-06' }, 60],
    ['name and unit', { name: '阚士良', unitId: unit }, { name: '阚士良', unitId: unit, birthOn: '1940' }, 60],
    [
      'rare name',
      { name: '逄书勤' },
      { name: '逄书勤', birthOn: '1943-04-05', idNumber: citizen('19430405', '001') },
      40,
    ],
    ['own phone', { name: '臧家驹', phone: '13905342002' }, { name: '吕月娥', phone: '13905342002' }, 40],
    [
      'cut number',
      { name: '戚永贵', idNumber: '371424194801010000' },
      { name: '戚永贵', idNumber: citizen('19480101', '001') },
      95,
    ],
  ]
  const expected = new Map<string, number>()
  for (const [what, one, two, score] of pairs) {
    const ids = [await enrol(one), await enrol(two)].sort()
    expected.set(ids.join(), score)
    assert.equal(ids.length, 2, what)
  }
  await enrol({ name: '孟宪章', birthOn: '1962-08-08', unitId: unit })
  const call = await bureau()
  const answer = await call.searchDuplicates()
  const listed = await call.listDuplicates({ limit: 200 })
  const found = new Map(listed.items.map((pair) => [[pair.first.id, pair.second.id].join(), pair.score]))
  for (const [ids, score] of expected)
    assert.equal(found.get(ids), score, pairs[[...expected.keys()].indexOf(ids)]?.[0] ?? ids)
  assert.equal(found.size, expected.size)
  assert.deepEqual([answer.found, answer.fresh, listed.total], [found.size, found.size, found.size])
  assert.deepEqual(
    listed.items.map((pair) => pair.score),
    [...found.values()].sort((a, b) => b - a),
  )
  const again = await call.searchDuplicates()
  assert.deepEqual([again.found, again.fresh], [found.size, 0])
  const [top] = (await call.listDuplicates({ minScore: 95 })).items
  await o.act((ctx) =>
    ctx.db
      .updateTable('person')
      .set({ name: '另一个', former_name: null, birth_on: null })
      .where('id', '=', top?.first.id ?? '')
      .execute(),
  )
  assert.equal((await call.searchDuplicates()).found, found.size - 1)
  assert.equal((await call.listDuplicates({ offset: 500 })).total, found.size - 1)
})

test('a judgement is never reopened by a search', async () => {
  const [one, two] = [
    await enrol({ name: '殷大勇', birthOn: '1950-01-01' }),
    await enrol({ name: '殷大勇', birthOn: '1950-01-01' }),
  ]
  const call = await bureau()
  await call.searchDuplicates()
  await call.judgeDifferent({ first: one, second: two })
  await call.searchDuplicates()
  const open = (await call.listDuplicates({ limit: 200 })).items.filter((pair) => pair.first.name === '殷大勇')
  assert.deepEqual(open, [])
  const judged = (await call.listDuplicates({ status: 'different' })).items
  assert.deepEqual([judged.length, judged[0]?.judgedBy], [1, '周敏'])
})

test('somebody registered is looked for at once, and again when corrected', async () => {
  const hear = () => deliver({ ...o.house, listeners: duplicatesAreLookedFor }, COUNTY)
  const pairsOf = async (id: string) =>
    (await (await bureau()).listDuplicates({ limit: 200 })).items.filter((pair) =>
      [pair.first.id, pair.second.id].includes(id),
    )
  await hear()
  const first = await enrol({ name: '凌志高', birthOn: '1948-08-08' })
  const second = await enrol({ name: '凌志高', birthOn: '1948-08-08' })
  while (await hear());
  assert.deepEqual(
    (await pairsOf(second)).map((pair) => [pair.first.id, pair.second.id, pair.score]),
    [[...[first, second].sort(), 85]],
  )
  const clerk = o.as(await o.hire()).call(recordContract)
  await clerk.changeSection({ id: second, section: 'identity', version: 1, values: { birthOn: '1955-05-05' } })
  while (await hear());
  assert.deepEqual(await pairsOf(second), [])
  await clerk.changeSection({ id: second, section: 'talent', version: 0, values: { skills: '书法' } })
  await clerk.changePhones({ id: first, version: 0, phones: [{ number: '13905349001', label: '本人' }] })
  await clerk.changePhones({ id: second, version: 0, phones: [{ number: '13905349001', label: '本人' }] })
  while (await hear());
  assert.deepEqual(
    (await pairsOf(second)).map((pair) => pair.score),
    [60],
  )
})

test('a whole roster asks for one search, whatever number of messages it sends', async () => {
  const asked: JobRequest[] = []
  const [listener] = duplicatesAreLookedFor
  for (let at = 0; at < 3; at++)
    await o.act(async (ctx) => {
      const data = { ids: Array.from({ length: 30 }, () => newId()) }
      await listener?.hear(
        { ...ctx, enqueue: (job) => asked.push(job) },
        { id: newId(), type: 'people.registered', data },
      )
    })
  assert.deepEqual(new Set(asked.map(({ task, key }) => `${task} ${key}`)).size, 1)
  const pair = [
    await enrol({ name: '卓玉成', birthOn: '1945-05' }),
    await enrol({ name: '卓玉成', birthOn: '1945-05' }),
  ]
  const job = searchJobs.find(({ task }) => task === asked[0]?.task)
  await job?.run(o.house, { county: COUNTY })
  const { items } = await (await bureau()).listDuplicates({ limit: 200 })
  assert.ok(items.some(({ first, second }) => pair.includes(first.id) && pair.includes(second.id)))
})

test('of eight searches at once one runs, and the others say so', async () => {
  const call = await bureau()
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => call.searchDuplicates()))
  assert.ok(answers.some((answer) => answer.status === 'fulfilled'))
  for (const answer of answers)
    if (answer.status === 'rejected')
      assert.ok(refusedWith('people.search_running')(answer.reason), String(answer.reason))
})

test('whoever sees a part of the county searches that part and forgets nothing of the rest', async () => {
  const apart = [
    await enrol({ name: '耿直', phone: '13905348001', place: PLACES.xinyuan }),
    await enrol({ name: '耿直', phone: '13905348001', place: PLACES.xinyuan }),
  ]
  await (await bureau()).searchDuplicates()
  const local = o.as(await o.hire({ role: 'bureau_staff', place: PLACES.xingtong })).call(contract)
  const answer = await local.searchDuplicates()
  assert.equal(answer.found, 0)
  assert.deepEqual((await local.listDuplicates()).items, [])
  const all = (await (await bureau()).listDuplicates({ limit: 200 })).items
  assert.ok(all.some((pair) => apart.includes(pair.first.id) && apart.includes(pair.second.id)))
})
