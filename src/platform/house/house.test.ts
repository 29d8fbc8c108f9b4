import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { sql } from 'kysely'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import type { Ctx } from '../ctx.ts'

let o: Office
before(async () => {
  o = await office()
})
after(() => o.close())

const system = () => ({ system: o.county })
const write = { readOnly: false }

/** Says something of every kind. */
function speak(ctx: Ctx, name: string): void {
  ctx.emit({ type: 'bell.rung', data: { name } })
  ctx.note({ action: 'rang', subject: name, detail: { count: 1 } })
  ctx.enqueue({ task: 'bell.ring', payload: { name } })
}

test('what is said in a transaction is kept with it, under one instant', async () => {
  const earlier = await tracesOf(o.house)
  await o.house.act(system(), { ...write, requestId: 'req-7' }, async (ctx) => speak(ctx, 'one'))
  const traces = await tracesOf(o.house)
  assert.deepEqual(traces, { told: earlier.told + 1, noted: earlier.noted + 1, jobs: earlier.jobs + 1 })
  const [note] = await asOwner(
    o.house,
    `select at, account_id, action, detail, request_id from audit_event where subject = 'one'`,
  )
  const now = o.clock.now().toISOString()
  assert.deepEqual(note, { at: now, account_id: null, action: 'rang', detail: { count: 1 }, request_id: 'req-7' })
  const [event] = await asOwner(o.house, `select at, type, data from outbox order by id desc limit 1`)
  assert.deepEqual(event, { at: now, type: 'bell.rung', data: { name: 'one' } })
})

test('a transaction that had to start over says everything once', async () => {
  const traces = await tracesOf(o.house)
  let tries = 0
  await o.house.act(system(), write, async (ctx) => {
    speak(ctx, 'two')
    if (++tries < 3) await sql`do $$ begin raise exception 'conflict' using errcode = '40001'; end $$`.execute(ctx.db)
  })
  assert.equal(tries, 3)
  assert.deepEqual(await tracesOf(o.house), { told: traces.told + 1, noted: traces.noted + 1, jobs: traces.jobs + 1 })
})

test('whoever waits for events is woken after the commit, for the county, and only when something happened', async () => {
  const woken: number[] = []
  o.house.onEvents = (county) => woken.push(county)
  await o.house.act(system(), write, async (ctx) => {
    ctx.emit({ type: 'bell.rung', data: {} })
    ctx.emit({ type: 'bell.rung', data: {} })
    assert.deepEqual(woken, [])
  })
  assert.deepEqual(woken, [o.county])
  await o.house.act(system(), write, async (ctx) => ctx.note({ action: 'looked' }))
  const failing = o.house.act(system(), write, async (ctx) => {
    ctx.emit({ type: 'bell.rung', data: {} })
    throw new Error('taken back')
  })
  await assert.rejects(failing)
  o.house.onEvents = () => {}
  assert.deepEqual(woken, [o.county])
})

test('who may not is turned away before anything is read', async () => {
  let isAsked = false
  const refusing = o.house.act(
    'nobody',
    {
      readOnly: true,
      admit: (actor) => {
        assert.equal(actor.kind, 'nobody')
        throw new Error('not you')
      },
    },
    async () => {
      isAsked = true
    },
  )
  await assert.rejects(refusing, /not you/)
  assert.equal(isAsked, false)
})

test('nothing can be said where one only reads', async () => {
  const traces = await tracesOf(o.house)
  await assert.rejects(
    o.house.act(system(), { readOnly: true }, async (ctx) => speak(ctx, 'quietly')),
    /a reading causes nothing/,
  )
  assert.deepEqual(await tracesOf(o.house), traces)
})
