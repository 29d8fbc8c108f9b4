import assert from 'node:assert/strict'
import test from 'node:test'
import { asOwner } from '#test/office/owner.ts'
import { office } from '#test/office.ts'
import { sweepJob } from './sweep.ts'

test('what was heard thirty days ago is taken away; what still waits is kept however old it is', async (t) => {
  let isDeaf = false
  const o = await office({
    listeners: [
      {
        name: 'bell',
        hears: 'bell.rung',
        hear: async () => {
          if (isDeaf) throw new Error('not today')
        },
      },
    ],
  })
  t.after(o.close)
  const left = async () => {
    const rows = await asOwner<{ events: number; heard: number }>(
      o.house,
      `select (select count(*) from outbox where type = 'bell.rung')::int as events,
              (select count(*) from outbox_heard where listener = 'bell')::int as heard`,
    )
    return rows[0]
  }
  const ring = () => o.act(async (ctx) => ctx.emit({ type: 'bell.rung', data: {} }))
  await ring()
  await o.deliver()
  isDeaf = true
  await ring()
  await o.deliver().catch(() => undefined)
  o.clock.pass(30 * 24 * 60)
  await sweepJob.run(o.house, {})
  assert.deepEqual(await left(), { events: 2, heard: 1 }, 'thirty days are not yet over')
  o.clock.pass(1)
  await sweepJob.run(o.house, {})
  assert.deepEqual(await left(), { events: 1, heard: 0 })
  isDeaf = false
  assert.equal(await o.deliver(), 1, 'what waited is told')
})
