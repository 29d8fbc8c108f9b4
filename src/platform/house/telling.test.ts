import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type Office, office } from '#test/office.ts'
import type { Listener } from './outbox.ts'
import { keepTelling } from './telling.ts'

type Told = {
  o: Office
  heard: string[]
  faults: string[]
  start: () => void
  stop: () => Promise<void>
  trouble: { is: boolean }
}

async function tellingOffice(t: TestContext, every = 60_000): Promise<Told> {
  const [heard, faults, trouble]: [string[], string[], { is: boolean }] = [[], [], { is: false }]
  const listener: Listener = {
    name: 'ear',
    hears: 'bell.rung',
    hear: async (_ctx, event) => {
      await wait(20)
      if (trouble.is) throw new Error('too loud')
      heard.push(String(event.data['name']))
    },
  }
  const o = await office({ listeners: [listener] })
  let stop = async () => {}
  t.after(async () => {
    await stop()
    await o.close()
  })
  const start = () => {
    stop = keepTelling(o.house, { every, onFault: (fault) => faults.push(fault.message) })
  }
  return { o, heard, faults, start, stop: () => stop(), trouble }
}

const ring = (o: Office, name: string) => o.act(async (ctx) => ctx.emit({ type: 'bell.rung', data: { name } }))

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000 && !isSo(); turn++) await wait(10)
  assert.ok(isSo())
}

test('what happens is told soon after, without being asked for', async (t) => {
  const { o, heard, start } = await tellingOffice(t)
  start()
  await ring(o, 'one')
  await until(() => heard.length === 1)
  await Promise.all(['two', 'three', 'four', 'five'].map((name) => ring(o, name)))
  await until(() => heard.length === 5)
})

test('what was left behind by the last run is told when the office opens', async (t) => {
  const { o, heard, start } = await tellingOffice(t)
  await ring(o, 'yesterday')
  start()
  await until(() => heard.length === 1)
})

test('a listener in trouble is reported and asked again at the next look', async (t) => {
  const { o, heard, faults, trouble, start } = await tellingOffice(t, 30)
  trouble.is = true
  start()
  await ring(o, 'one')
  await until(() => faults.length === 1)
  assert.match(faults[0] ?? '', /^ear did not take in bell\.rung .*too loud$/)
  trouble.is = false
  o.clock.pass(1)
  await until(() => heard.length === 1)
})

test('the office closes when what is being told has been told, and tells no more', async (t) => {
  const { o, heard, start, stop } = await tellingOffice(t)
  start()
  await ring(o, 'one')
  await stop()
  assert.deepEqual(heard, ['one'])
  await ring(o, 'late')
  await wait(60)
  assert.deepEqual(heard, ['one'])
})
