import assert from 'node:assert/strict'
import test from 'node:test'
import { contract as duplicates } from '#modules/people/duplicates/contract.ts'
import { contract as bank } from '#modules/volunteering/bank/contract.ts'
import { contract as pool } from '#modules/volunteering/bank/pool/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { newId } from '#platform/ids.ts'
import { breaches, earned, register } from '#test/office/bank.ts'
import { asOwner } from '#test/office/owner.ts'
import { office, type Worker } from '#test/office.ts'
import { allParts } from '../src/main.ts'

test('what the pool gave to two records of one person is one person’s: it counts for their year, can be reversed, and goes back with an undone merge', async (t) => {
  const { rooms, listeners } = allParts()
  const o = await office({ rooms, listeners })
  t.after(() => o.close())
  const [clerk, second] = [await o.hire(), await o.hire({ name: '吴静' })]
  const [giver = '', keptId = '', absorbedId = ''] = await register(o, ['王秀英', '常宝山', '常宝山'])
  await asOwner(o.house, `update person set birth_on = '1940' where name = '常宝山'`)
  await earned(o, giver, 208)
  const desk = (worker: Worker = clerk) => {
    const at = o.as(worker)
    return { ...at.call(bank), ...at.call(pool), ...at.call(redemptions), ...at.call(duplicates) }
  }
  const decided = async (kind: string) => {
    const { items } = await desk().listBankRequests({ status: 'asked' })
    await desk(second).decideBankRequest({ id: items.find((one) => one.kind === kind)?.id ?? '', agrees: true })
  }
  const wish = { points: 50, ground: 'alone', reason: '子女都在外地' } as const
  const grants: string[] = []
  await desk().donatePoints({ id: newId(), personId: giver, points: 200 })
  o.clock.pass(60)
  for (const personId of [keptId, absorbedId]) {
    const id = newId()
    grants.push(id)
    await desk().askGrant({ id, personId, ...wish })
    await decided('grant')
  }
  const { mergeId } = await desk().mergePeople({ keptId, absorbedId })
  await o.deliver()
  assert.equal((await desk().readWallet({ personId: keptId })).points, 100)
  assert.equal((await desk().listPoolGrants({ personId: keptId })).total, 2)
  await assert.rejects(desk().askGrant({ id: newId(), personId: keptId, ...wish }), {
    code: 'bank.grant_year_full',
    message: /20/,
  })
  assert.deepEqual(await breaches(o), [])
  await desk().askGrantReversal({ id: grants[1] ?? '', reason: '同一位老人送了两次' })
  await decided('grant_reversal')
  assert.equal((await desk().readWallet({ personId: keptId })).points, 50)
  assert.equal((await desk().readPool({})).balance, 150)
  assert.deepEqual(await breaches(o), [])
  await desk().undoMerge({ id: mergeId })
  await o.deliver()
  assert.deepEqual(
    [
      (await desk().listPoolGrants({ personId: keptId })).total,
      (await desk().listPoolGrants({ personId: absorbedId })).total,
    ],
    [1, 1],
  )
  assert.deepEqual(await breaches(o), [])
})
