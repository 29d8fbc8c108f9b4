import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { freezeWallets } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { breaches, register } from '#test/office/bank.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office } from '#test/office.ts'
import { earn, type Served } from './index.ts'

const FROZEN = 2
/** Two months, two years, and the day from which the county has rules of its own. */
const DAYS = ['2025-12-30', '2025-12-31', '2026-01-05', '2026-01-06', '2026-02-01'] as const

type Case = {
  services: { who: number; kind: string; minutes: number; day: number }[]
  again: number[]
  caps: { event: number | null; month: number | null; day: number | null; stock: number | null }
  budget: number | null
  sizes: number[]
}

const cap = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: null })
const cases: fc.Arbitrary<Case> = fc.record({
  services: fc.array(
    fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      kind: fc.constantFrom('care', 'meals', 'tidy'),
      minutes: fc.integer({ min: 1, max: 480 }),
      day: fc.integer({ min: 0, max: DAYS.length - 1 }),
    }),
    { minLength: 1, maxLength: 14 },
  ),
  again: fc.array(fc.nat({ max: 13 }), { maxLength: 3 }),
  caps: fc.record({ event: cap(20), month: cap(40), day: cap(700), stock: cap(1_500) }),
  budget: cap(60),
  sizes: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }),
})

type Books = { answers: unknown[]; earnings: unknown[]; transfers: unknown[]; accounts: unknown[] }
class TakenBack extends Error {}

/** What the books would say after some work; then it is taken back. */
async function booksAfter(o: Office, work: (ctx: Ctx) => Promise<unknown[]>): Promise<Books> {
  const seen: Books[] = []
  const visit = o.act(async (ctx) => {
    seen.push({ answers: await work(ctx), ...(await booksOf(ctx)) })
    throw new TakenBack()
  })
  await assert.rejects(visit, TakenBack)
  const [books] = seen
  assert.ok(books)
  return books
}

async function booksOf(ctx: Ctx): Promise<Omit<Books, 'answers'>> {
  const earnings = sql`
    select e.record_id, e.person_id, e.kind, e.served_on, e.minutes, e.counted_minutes, e.points, e.cuts, r.from_on, p.year,
           m.ref_id as minutes_of, q.ref_id as points_of, e.earned_at, e.earned_by
      from bank_earning e join bank_programme p on p.county = e.county and p.id = e.programme_id
      left join bank_rule r on r.county = e.county and r.id = e.rule_id
      left join ledger_transfer m on m.county = e.county and m.id = e.minutes_transfer_id and m.unit = 'minutes' and m.amount = e.counted_minutes
      left join ledger_transfer q on q.county = e.county and q.id = e.points_transfer_id and q.unit = 'points' and q.amount = e.points
     order by e.record_id`
  const transfers = sql`
    select t.seq, t.unit, t.amount, t.step, t.code, t.ref_kind, t.ref_id, t.at, t.created_by, p.year, d.kind as "from", c.kind as "to", c.owner_id
      from ledger_transfer t join ledger_account d on d.county = t.county and d.id = t.debit_id
      join ledger_account c on c.county = t.county and c.id = t.credit_id
      join bank_programme p on p.county = t.county and p.id = d.owner_id order by t.seq`
  const accounts = sql`
    select a.unit, a.kind, coalesce(p.year::text, a.owner_id::text) as owner, debits_posted, credits_posted
      from ledger_account a left join bank_programme p on p.county = a.county and p.id = a.owner_id
     where debits_posted + credits_posted > 0 order by 1, 2, 3`
  const read = async (query: typeof earnings) => (await query.execute(ctx.db)).rows
  return { earnings: await read(earnings), transfers: await read(transfers), accounts: await read(accounts) }
}

async function set(ctx: Ctx, { caps, budget }: Case): Promise<void> {
  const at = ctx.now.toISOString()
  await sql`
    insert into bank_rule (county, id, from_on, rates, event_points, month_points, day_minutes, stock_minutes, code_minutes, second_person_points, set_at)
    values (${ctx.actor.county}, ${newId()}, '2025-12-31', '{"*": 1, "care": 3, "tidy": 0}', ${caps.event}, ${caps.month}, ${caps.day}, ${caps.stock},
            15, 50, ${at})`.execute(ctx.db)
  await sql`insert into bank_programme (county, id, year, points_budget, set_at)
    values (${ctx.actor.county}, ${newId()}, 2026, ${budget}, ${at})`.execute(ctx.db)
}

/** The list as it is sent, with some of it a second time. */
function recordsOf({ services, again }: Case, people: readonly string[]): Served[] {
  const once = services.map(({ who, kind, minutes, day }) => ({
    id: newId(),
    personId: people[who] ?? '',
    kind,
    minutes,
    servedOn: DAYS[day] ?? '',
  }))
  return [...once, ...again.flatMap((at) => once[at] ?? [])]
}

function inLists(records: readonly Served[], sizes: readonly number[]): Served[][] {
  const lists: Served[][] = []
  for (let from = 0, n = 0; from < records.length; n++) {
    const size = sizes[n] ?? records.length
    lists.push(records.slice(from, from + size))
    from += size
  }
  return lists
}

const earning = (one: Case, lists: readonly (readonly Served[])[]) => async (ctx: Ctx) => {
  await set(ctx, one)
  const answers: unknown[] = []
  for (const list of lists) answers.push(...(await earn(ctx, list)))
  return answers
}

test('a list earns what its services earn one after another, whatever caps meet and however the list is cut', async (t) => {
  const o = await office()
  t.after(() => o.close())
  const people = await register(o, ['王秀英', '李建国', '赵玉兰'])
  people.push(await o.act((ctx) => settle(ctx, { name: '张德福', status: 'deceased' })))
  const [frozen = ''] = people.slice(FROZEN)
  await o.act((ctx) =>
    earn(ctx, [{ id: newId(), personId: frozen, kind: 'care', minutes: 60, servedOn: '2024-01-05' }]),
  )
  await o.act((ctx) => freezeWallets(ctx, frozen))
  const property = fc.asyncProperty(cases, async (one) => {
    const records = recordsOf(one, people)
    const alone = await booksAfter(
      o,
      earning(
        one,
        records.map((record) => [record]),
      ),
    )
    assert.deepEqual(await booksAfter(o, earning(one, [records])), alone)
    assert.deepEqual(await booksAfter(o, earning(one, inLists(records, one.sizes))), alone)
  })
  await fc.assert(property, { numRuns: 40 })
  assert.deepEqual(await breaches(o), [])
})
