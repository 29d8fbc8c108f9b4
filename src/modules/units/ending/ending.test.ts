import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU } from '#test/office/county.ts'
import { settle } from '#test/office/settle.ts'
import { office } from '#test/office.ts'
import { contract as changes } from '../changes/contract.ts'
import { contract } from '../contract.ts'
import { foundUnit, routes } from '../index.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const zhou = await o.hire()
const { mergeUnits, closeUnit } = o.as(zhou).call(changes)
const { readUnit, listUnits } = o.as(zhou).call(contract)
const found = async (name: string, parentId: string | null = null) =>
  (await o.act((ctx) => foundUnit(ctx, { name, kind: 'employer', parentId }))).id

test('the unit that takes over the bureau becomes the bureau', async () => {
  const heir = await found('中共临邑县委组织部')
  await mergeUnits({ from: [BUREAU], into: heir })
  const county = await o.act((ctx) => ctx.db.selectFrom('county').select('bureau_unit_id').executeTakeFirstOrThrow())
  assert.equal(county.bureau_unit_id, heir)
})

test('a successor from far below comes up to the first unit above that stays', async () => {
  const root = await found('临邑县政府')
  const top = await found('临邑县工业局', root)
  const middle = await found('临邑县机械公司', top)
  const low = await found('临邑县机床厂', middle)
  const beside = await found('临邑县轴承厂', top)
  await mergeUnits({ from: [top, middle], into: low })
  assert.equal((await readUnit({ id: low })).parentId, root)
  assert.equal((await readUnit({ id: beside })).parentId, low)
  const { items } = await listUnits({ parentId: low })
  assert.deepEqual(
    items.map((unit) => unit.name),
    ['临邑县轴承厂'],
  )
})

test('a unit that ends without a successor leaves the units below it to the one above', async () => {
  const top = await found('临邑县商业局')
  const middle = await found('临邑县饮食公司', top)
  const low = await found('临邑县第一食堂', middle)
  await closeUnit({ id: middle })
  assert.equal((await readUnit({ id: low })).parentId, top)
})

test('a liaison’s grant does not follow: an administrator decides whose people they see next', async () => {
  const [from, into] = [await found('临邑县丝厂'), await found('临邑县纺织集团')]
  await o.act((ctx) => settle(ctx, { unit: from }))
  const liaison = o.as(await o.hire({ role: 'unit_liaison', unit: from })).call(contract)
  assert.equal((await liaison.readUnit({ id: from })).people, 1)
  await mergeUnits({ from: [from], into })
  assert.equal((await liaison.readUnit({ id: into })).people, 0)
})

test('both units remember the merger, and the rooms that hear are told once', async () => {
  const [a, b, into] = [await found('临邑县碱厂'), await found('临邑县盐厂'), await found('临邑县盐化集团')]
  await mergeUnits({ from: [a, b], into, on: '2026-02-01' })
  const heir = await readUnit({ id: into })
  const merged = heir.events.filter((event) => event.kind === 'merged')
  assert.deepEqual(
    new Set(merged.map((event) => `${event.on} ${event.other}`)),
    new Set(['2026-02-01 临邑县盐厂', '2026-02-01 临邑县碱厂']),
  )
  const gone = await readUnit({ id: a })
  assert.deepEqual(
    [gone.events[0]?.kind, gone.events[0]?.other, gone.names[0]?.to],
    ['merged', '临邑县盐化集团', '2026-02-01'],
  )
  const told = await o.act((ctx) =>
    ctx.db.selectFrom('outbox').select('data').where('type', '=', 'units.succeeded').execute(),
  )
  assert.deepEqual(
    told.map((row) => row.data).filter((data) => JSON.stringify(data).includes(into)),
    [{ from: [a, b], into, on: '2026-02-01' }],
  )
})
