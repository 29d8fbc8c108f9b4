import assert from 'node:assert/strict'
import test from 'node:test'
import { recordDeath } from '#modules/people/index.ts'
import { settle } from '#test/office/settle.ts'
import { office, PLACES } from '#test/office.ts'
import { contract } from './contract.ts'
import { placesOfTheDeadAreFree } from './events.ts'
import { routes } from './index.ts'
import { contract as codes } from './person-codes/contract.ts'
import { contract as signUps } from './sign-up/contract.ts'

test('whoever died keeps no place and no card, and the place is offered to the next', async (t) => {
  const o = await office({ rooms: routes, listeners: [placesOfTheDeadAreFree] })
  t.after(() => o.close())
  const bureau = o.as(await o.hire())
  const { ids } = await bureau.call(contract).planGathering({
    kind: 'class',
    title: '书画班',
    placeCode: PLACES.guangchang,
    startsAt: '2026-03-10T09:00:00+08:00',
    endsAt: '2026-03-10T11:00:00+08:00',
    capacity: 1,
  })
  const id = ids[0] ?? ''
  const people: string[] = []
  for (const name of ['赵一', '赵二']) {
    const personId = await o.act((ctx) => settle(ctx, { name, place: PLACES.guangchang }))
    await bureau.call(signUps).signUp({ id, personId })
    people.push(personId)
  }
  const [first = ''] = people
  await bureau.call(codes).issueCodes({ people: [first] })
  await o.act((ctx) => recordDeath(ctx, { id: first, values: { diedOn: '2026-03-01' } }))
  await o.deliver()
  const { items } = await bureau.call(signUps).listSignUps({ id })
  assert.deepEqual(
    items.map(({ name, status }) => [name, status]),
    [['赵二', 'offered']],
  )
  assert.equal((await bureau.call(codes).readCode({ id: first })).issuedAt, null)
})
