import assert from 'node:assert/strict'
import test from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { routes as accountRoutes, doorkeeper } from '#modules/accounts/index.ts'
import { vault } from '#platform/crypto/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { closePools, openPools } from '#platform/db/pool.ts'
import { type House, openHouse } from '#platform/house/house.ts'
import { buildServer } from '#platform/http/server.ts'
import { freshOffice } from '#test/office/database.ts'
import { office } from '#test/office.ts'
import { buildDemonstration } from './index.ts'
import { COUNTY } from './units/index.ts'

const keys = { id: 1, data: Buffer.alloc(32, 7), index: Buffer.alloc(32, 9), profile: 'sm4' } as const

async function emptyHouse(t: { after: (work: () => Promise<void>) => void }): Promise<House> {
  const database = await freshOffice()
  const pools = openPools(database.config, 4)
  t.after(async () => {
    await closePools(pools)
    await database.drop()
  })
  return openHouse({ pools, vault: vault(keys), clock: () => new Date('2026-11-22T09:00:00+08:00'), doorkeeper })
}

const seen = <T>(house: House, work: (ctx: Ctx) => Promise<T>) =>
  house.act({ system: COUNTY }, { readOnly: true }, work)

async function counts(house: House, what: RawBuilder<unknown>): Promise<Record<string, number>> {
  const { rows } = await seen(house, (ctx) => sql<{ key: string; count: number }>`${what}`.execute(ctx.db))
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]))
}

// A year of a county is built almost twice.
const LONG_MS = 400_000

test('a building that breaks off goes on where it stopped, and a second run changes nothing but passwords', {
  timeout: LONG_MS,
}, async (t) => {
  const house = await emptyHouse(t)
  const broken = buildDemonstration(house, (line) => {
    if (line.includes('800/')) throw new Error('the lights went out')
  })
  await assert.rejects(broken, /the lights went out/)
  const said: string[] = []
  const { accounts } = await buildDemonstration(house, (line) => said.push(line))
  assert.match(said[0] ?? '', /800\//)

  const living = sql`select kind as key, count(*)::int as count from person where status = 'living' group by 1`
  assert.deepEqual(await counts(house, living), { lixiu: 242, tuixiu: 3155 })
  const natures = sql`select nature as key, count(*)::int as count from person where status = 'living' group by 1`
  assert.deepEqual(await counts(house, natures), { organ: 781, institution: 2344, enterprise: 272 })
  const dead = sql`select status as key, count(*)::int as count from person where status <> 'living' group by 1`
  assert.deepEqual(await counts(house, dead), { deceased: 12 })
  const survivors = sql`select 'linked' as key, count(*)::int as count from family_member where linked_person_id is not null`
  assert.deepEqual(await counts(house, survivors), { linked: 4 })
  const units = sql`select status as key, count(*)::int as count from unit group by 1`
  assert.deepEqual(await counts(house, units), { open: 63, closed: 8 })
  const left = sql`select 'left' as key, count(*)::int as count from person p join unit u on u.id = p.unit_id and u.status = 'closed'`
  assert.deepEqual(await counts(house, left), { left: 0 })

  const groups = sql`select kind as key, count(*)::int as count from activity_group group by 1`
  assert.deepEqual(await counts(house, groups), { association: 9, interest: 18 })
  const led = sql`select 'led' as key, count(distinct group_id)::int as count from group_officer`
  assert.deepEqual(await counts(house, led), { led: 27 })
  const teams = sql`select kind as key, count(*)::int as count from volunteer_team group by 1`
  assert.deepEqual(await counts(house, teams), { corps: 8, team: 12 })
  const heads = sql`select 'heads' as key, count(*)::int as count from post_holding where upper_inf(during)`
  assert.deepEqual(await counts(house, heads), { heads: 62 })
  const needs = sql`select status as key, count(*)::int as count from need group by 1`
  const states = await counts(house, needs)
  assert.deepEqual([Object.keys(states).length, Object.values(states).reduce((sum, one) => sum + one, 0)], [8, 124])

  const lines = sql`select t.at < lag(t.at) over (partition by a.id order by t.seq) - interval '3 hours' as back
    from ledger_account a join ledger_transfer t on t.county = a.county and a.id in (t.debit_id, t.credit_id)
    where a.kind = 'wallet' and a.unit = 'points'`
  const order = sql`select case when back then 'back' else 'on' end as key, count(*)::int as count from (${lines}) line group by 1`
  const { back = 0, on = 0 } = await counts(house, order)
  assert.ok(on > 500, `${on} movements of points`)
  assert.equal(back, 0, 'statements of points run in the order of their days')

  const again = await buildDemonstration(house, () => {})
  assert.deepEqual(await counts(house, living), { lixiu: 242, tuixiu: 3155 })
  assert.deepEqual(
    again.accounts.map(({ login }) => login),
    accounts.map(({ login }) => login),
  )
  assert.equal(new Set(accounts.map(({ role }) => role)).size, 10)
  await signsIn(house, { before: accounts, now: again.accounts })
})

type Accounts = Awaited<ReturnType<typeof buildDemonstration>>['accounts']

/** Only the last passwords open the door, and nobody is asked to change theirs first. */
async function signsIn(house: House, { before, now }: { before: Accounts; now: Accounts }): Promise<void> {
  const app = await buildServer(house, accountRoutes, { version: 'test' })
  const signIn = (role: string, login = '', password = '') =>
    role === 'elder'
      ? app.inject({ method: 'POST', url: '/api/own-session/by-card', payload: { number: login, code: password } })
      : app.inject({ method: 'POST', url: '/api/session', payload: { login, password } })
  for (const [at, { role, login, password }] of now.entries()) {
    const answer = await signIn(role, login, password)
    assert.equal(answer.statusCode, 200, answer.body)
    assert.equal((await signIn(role, login, before[at]?.password)).statusCode >= 400, true)
  }
  await app.close()
}

test('the demonstration is not built into a real county', async (t) => {
  const o = await office()
  t.after(() => o.close())
  await assert.rejects(
    buildDemonstration(o.house, () => {}),
    { code: 'demo.not_empty' },
  )
})
