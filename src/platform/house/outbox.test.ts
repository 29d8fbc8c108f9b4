import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import { deliver, type Listener } from './outbox.ts'

type Ear = Listener & { heard: string[]; fails: (name: string) => boolean }

/** A listener that writes down what it hears in a row of the database and throws where it is told to. */
function ear(name: string, hears = 'bell.rung'): Ear {
  const own: Ear = {
    name,
    hears,
    heard: [],
    fails: () => false,
    hear: async (ctx, event) => {
      const said = String(event.data['name'])
      const row = {
        county: ctx.actor.county,
        header: `${name} ${event.id}`,
        field: said,
        used_at: ctx.now.toISOString(),
      }
      await ctx.db.insertInto('import_synonym').values(row).execute()
      if (own.fails(said)) throw new Error(`${said} is too loud`)
      own.heard.push(said)
    },
  }
  return own
}

async function rungOffice(t: TestContext, listeners: Listener[]): Promise<Office> {
  const o = await office({ listeners })
  t.after(() => o.close())
  return o
}

const ring = (o: Office, ...names: string[]) =>
  o.act(async (ctx) => {
    for (const name of names) ctx.emit({ type: 'bell.rung', data: { name } })
  })

const waiting = async (o: Office) =>
  (await asOwner(o.house, 'select data from outbox where delivered_at is null order by at, id')).length
const written = async (o: Office) =>
  (await asOwner<{ field: string }>(o.house, 'select field from import_synonym order by header')).map(
    (row) => row.field,
  )

test('what happened is told after the commit, in its order, once to each who listens to it', async (t) => {
  const [first, second, deaf] = [ear('a.first'), ear('b.second'), ear('c.deaf', 'bell.broken')]
  const o = await rungOffice(t, [first, second, deaf])
  await ring(o, 'one', 'two', 'three')
  o.clock.pass(1)
  await ring(o, 'four')
  assert.deepEqual(first.heard, [])
  assert.equal(await o.deliver(), 4)
  for (const one of [first, second]) assert.deepEqual(one.heard, ['one', 'two', 'three', 'four'])
  assert.deepEqual(deaf.heard, [])
  assert.deepEqual([await o.deliver(), await waiting(o)], [0, 0])
})

test('what was taken back never happened', async (t) => {
  const listener = ear('a.first')
  const o = await rungOffice(t, [listener])
  const failing = o.act(async (ctx) => {
    ctx.emit({ type: 'bell.rung', data: { name: 'never' } })
    throw new Error('taken back')
  })
  await assert.rejects(failing)
  assert.equal(await o.deliver(), 0)
})

test('hundreds of events are told in one go, and so is what the listeners say themselves', async (t) => {
  const echo: Listener = {
    name: 'echo',
    hears: 'bell.rung',
    hear: async (ctx, event) => ctx.emit({ type: 'bell.echoed', data: event.data }),
  }
  const far = ear('far', 'bell.echoed')
  const o = await rungOffice(t, [echo, far])
  const names = Array.from({ length: 250 }, (_, at) => `${at}`)
  await ring(o, ...names)
  assert.equal(await o.deliver(), 500)
  assert.deepEqual(far.heard, names)
})

test('a listener that throws keeps nobody else from hearing, and hears it later itself', async (t) => {
  const [shy, other] = [ear('a.shy'), ear('b.other')]
  shy.fails = () => true
  const o = await rungOffice(t, [shy, other])
  await ring(o, 'one', 'two')
  await assert.rejects(o.deliver(), (error: AggregateError) => {
    assert.match(error.message, /^a\.shy did not take in bell\.rung [0-9a-f-]+: one is too loud$/)
    return error.errors.length === 1
  })
  assert.deepEqual([shy.heard, other.heard], [[], ['one', 'two']])
  assert.equal(await waiting(o), 2)
  assert.deepEqual(await written(o), ['one', 'two'], 'what the shy one wrote is taken back')

  shy.fails = () => false
  assert.equal(await o.deliver(), 0, 'it is not asked again at once')
  o.clock.pass(0.1)
  assert.equal(await o.deliver(), 2)
  assert.deepEqual(
    [shy.heard, other.heard],
    [
      ['one', 'two'],
      ['one', 'two'],
    ],
  )
  assert.equal(await waiting(o), 0)
})

test('while a listener is in trouble its later events wait in order; if the trouble lasts they go on without', async (t) => {
  const shy = ear('a.shy')
  shy.fails = (name) => name === 'loud'
  const o = await rungOffice(t, [shy])
  await ring(o, 'loud', 'low')
  for (let turn = 0; turn < 6; turn++) {
    await assert.rejects(o.deliver(), /too loud/)
    assert.deepEqual(shy.heard, [], `after ${turn + 1} times`)
    o.clock.pass(3)
  }
  await assert.rejects(o.deliver(), /too loud/)
  assert.deepEqual(shy.heard, ['low'])
  await ring(o, 'lower')
  assert.equal(await o.deliver(), 1)
  assert.deepEqual([shy.heard, await waiting(o)], [['low', 'lower'], 1])
  shy.fails = () => false
  o.clock.pass(60)
  assert.equal(await o.deliver(), 1)
  assert.deepEqual([shy.heard.at(-1), await waiting(o)], ['loud', 0])
})

test('a hundred events that nobody can take in do not hide the one behind them', async (t) => {
  const [shy, other] = [ear('a.shy'), ear('b.other', 'bell.mended')]
  shy.fails = () => true
  const o = await rungOffice(t, [shy, other])
  await ring(o, ...Array.from({ length: 150 }, (_, at) => `${at}`))
  await o.act(async (ctx) => ctx.emit({ type: 'bell.mended', data: { name: 'at last' } }))
  await assert.rejects(o.deliver())
  assert.deepEqual(other.heard, ['at last'])
})

test('a server that died before it ticked an event off tells nobody twice', async (t) => {
  const [shy, other] = [ear('a.shy'), ear('b.other')]
  const o = await rungOffice(t, [shy, other])
  await ring(o, 'one')
  await o.deliver()
  await asOwner(o.house, 'update outbox set delivered_at = null')
  await asOwner(o.house, `delete from outbox_heard where listener = 'b.other'`)
  await asOwner(o.house, `delete from import_synonym where header like 'b.other%'`)
  assert.equal(await deliver({ ...o.house }, o.county), 1, 'a server that has just started')
  assert.deepEqual([shy.heard, other.heard], [['one'], ['one', 'one']], 'only who had not finished hears it again')
})

test('told by many at once, an event is heard once', async (t) => {
  const listener = ear('a.first')
  const o = await rungOffice(t, [listener])
  const names = Array.from({ length: 30 }, (_, at) => `${at}`)
  await ring(o, ...names)
  await Promise.all([1, 2, 3, 4].map(() => deliver({ ...o.house }, o.county)))
  assert.deepEqual(listener.heard.toSorted(), names.toSorted())
  assert.equal((await written(o)).length, 30)
})
