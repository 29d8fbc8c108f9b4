import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { type DatabaseLine, databaseLine } from '#test/database-line.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES } from '#test/office.ts'
import { deskOf, ELEVEN, faultsOf, published, type ShiftDesk, shiftDeskOn } from '#test/shift-desk.ts'
import { contract as needs } from '../../needs/contract.ts'
import { routes as needDoors } from '../../needs/index.ts'
import { confirmDesk } from './index.ts'

type Desk = ShiftDesk & { line: DatabaseLine }

async function open(t: TestContext, people: number): Promise<Desk> {
  const lines: DatabaseLine[] = []
  const line = async (config: Parameters<typeof databaseLine>[0]) => {
    const made = await databaseLine(config)
    lines.push(made)
    return made.config
  }
  const o = await shiftDeskOn(t, people, { rooms: needDoors, line })
  const [made] = lines
  assert.ok(made)
  t.after(() => made.close())
  return Object.assign(o, { line: made })
}

/** Everybody has served a shift, of the need that is given if any; answers their turns, which wait for confirmation. */
async function servedBy(o: Desk, people: readonly string[], { day = '10', needId = '' } = {}): Promise<string[]> {
  const at = (hour: number) => `2026-03-${day}T${String(hour).padStart(2, '0')}:00:00+08:00`
  const when = { startsAt: at(9), endsAt: at(11), capacity: people.length }
  const id = await published(o, { ...when, ...(needId ? { needId } : {}) })
  const rows = await asOwner<{ id: string }>(
    o.house,
    `insert into shift_turn (county, id, shift_id, person_id, during, status, on_behalf, claimed_at, in_at, in_way, out_at, out_way, minutes)
     select s.county, gen_random_uuid(), s.id, p, g.during, 'served', 'clerk', lower(g.during), lower(g.during), 'clerk', upper(g.during), 'clerk', 120
       from shift s join gathering g on g.county = s.county and g.id = s.gathering_id cross join unnest($2::uuid[]) p
      where s.id = $1 returning id`,
    [id, people],
  )
  return rows.map((row) => row.id)
}

/** What went over the line while something was done. */
async function trips({ house, line }: Desk, work: () => Promise<unknown>): Promise<string[]> {
  const quiet = async () => {
    for (const pool of [house.pools.readers, house.pools.writers])
      while (pool.idleCount < pool.totalCount) await wait(1)
  }
  await quiet()
  line.sent.length = 0
  await work()
  await quiet()
  return [...line.sent]
}

test('forty turns of one list cost as many statements as two, or as one', async (t) => {
  const o = await open(t, 40)
  o.clock.set(ELEVEN)
  const all = await servedBy(o, o.people)
  const [one = '', ...others] = all
  const turns = [[one], others.slice(0, 2), others.slice(2)]
  const counts: number[] = []
  counts.push((await trips(o, () => deskOf(o).confirmTurn({ id: one }))).length)
  for (const list of turns.slice(1)) {
    const sent = await trips(o, () => deskOf(o).confirmTurns({ turns: list, rating: 5 }))
    counts.push(sent.length)
    assert.match(sent.at(-1) ?? '', /select append_audit\(.*; commit$/s)
  }
  assert.equal(new Set(counts).size, 1, counts.join())
  assert.ok((counts[0] ?? 0) <= 20, counts.join())
  const told = await asOwner(
    o.house,
    `select from outbox e join service_record r on r.id = (e.data->>'recordId')::uuid and r.turn_id = (e.data->>'turnId')::uuid
      where e.type = 'shifts.confirmed' and r.person_id = (e.data->>'personId')::uuid`,
  )
  assert.equal(told.length, 40)
  assert.deepEqual(await faultsOf(o), [])
})

class TakenBack extends Error {}

/** What stands in the books after some work, which is then taken back. */
async function booksAfter(o: Desk, work: (ctx: Ctx) => Promise<unknown>): Promise<unknown[]> {
  const seen: unknown[] = []
  const visit = o.act(async (ctx) => {
    await work(ctx)
    for (const query of [
      sql`select to_jsonb(r) - 'id' as row from service_record r order by turn_id`,
      sql`select to_jsonb(t) as row from shift_turn t order by id`,
      sql`select to_jsonb(n) as row from need n order by id`,
      sql`select to_jsonb(s) - 'id' as row from need_step s order by need_id, at, act`,
      sql`select r.turn_id, e.person_id, e.kind, e.team_id, e.served_on, e.minutes, e.counted_minutes, e.points, e.cuts
            from bank_earning e join service_record r on r.id = e.record_id order by r.turn_id`,
      sql`select t.seq, t.unit, t.amount, r.turn_id from ledger_transfer t join service_record r on r.id = t.ref_id order by t.seq`,
    ])
      seen.push((await query.execute(ctx.db)).rows)
    throw new TakenBack()
  })
  await assert.rejects(visit, TakenBack)
  return seen
}

test('a list writes what its turns write one after another: records, needs, caps and books', async (t) => {
  const o = await open(t, 3)
  o.clock.set('2026-03-01T09:00:00+08:00')
  await o.act(async (ctx) => {
    await sql`insert into bank_rule (county, id, from_on, rates, month_points, code_minutes, second_person_points, set_at)
      values (${ctx.actor.county}, gen_random_uuid(), '2026-01-01', '{"*": 1}', 6, 15, 50, ${ctx.now.toISOString()})`.execute(
      ctx.db,
    )
  })
  const wang = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const book = o.as(o.clerk).call(needs)
  const { needId } = await book.raiseNeed({ kind: 'company', words: '想有人聊聊', personId: wang })
  await book.acceptNeed({ id: needId })
  const turns = [
    ...(await servedBy(o, o.people, { needId })),
    ...(await servedBy(o, o.people, { day: '11' })),
    ...(await servedBy(o, o.people.slice(1), { day: '12' })),
  ]
  o.clock.set('2026-03-13T09:00:00+08:00')
  const inOrder = turns.toSorted()
  const alone = await booksAfter(o, async (ctx) => {
    for (const id of inOrder) await confirmDesk.confirmTurn(ctx, { id, rating: 4, way: 'clerk' })
  })
  const together = await booksAfter(o, (ctx) => confirmDesk.confirmTurns(ctx, { turns, rating: 4 }))
  assert.deepEqual(together, alone)
  const [records, , , , earnings] = together
  assert.deepEqual([Array.isArray(records) && records.length, JSON.stringify(earnings).includes('"month"')], [8, true])
})

test('two clerks send the same forty turns at once, in another order each: one list is confirmed', async (t) => {
  const o = await open(t, 40)
  o.clock.set(ELEVEN)
  const turns = await servedBy(o, o.people)
  const lists = [turns, turns.toReversed(), turns.toSorted(), turns.slice(10)]
  const tries = await Promise.allSettled(
    lists.map((list, at) => deskOf(o, at % 2 ? o.second : o.clerk).confirmTurns({ turns: list })),
  )
  const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason?.code] : []))
  assert.deepEqual(refused, ['shifts.wrong_state', 'shifts.wrong_state', 'shifts.wrong_state'])
  assert.deepEqual(await faultsOf(o), [])
})
