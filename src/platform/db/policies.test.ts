import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import type pg from 'pg'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { storeFile } from '../files.ts'

let o: Office
let client: pg.PoolClient
let locked: string[]
before(async () => {
  o = await office()
  await o.act(async (ctx) => {
    await settle(ctx, { place: PLACES.guangchang })
    await storeFile(ctx, { name: '合影.png', mediaType: 'image/png', bytes: Buffer.from('x') })
    ctx.note({ action: 'looked' })
  })
  const rows = await asOwner<{ relname: string }>(
    o.house,
    `select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1`,
  )
  locked = rows.map((row) => row.relname)
  client = await o.house.pools.writers.connect()
})
after(async () => {
  client.release()
  await o.close()
})

/** How many rows of each locked table this connection sees, where there are any. */
async function seen(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of locked) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    if (rows[0]?.n) counts[table] = rows[0].n
  }
  return counts
}

const within = async (settings: Record<string, string>): Promise<Record<string, number>> => {
  await client.query('begin')
  for (const [name, value] of Object.entries(settings))
    await client.query('select set_config($1, $2, true)', [`app.${name}`, value])
  const counts = await seen()
  await client.query('commit')
  return counts
}

const EVERYTHING = { affiliation: 1, audit_chain: 1, audit_event: 1, person: 1, stored_file: 1 }

test('a connection of which nobody has said whose it is sees nothing', async () => {
  assert.ok(locked.includes('person') && locked.length >= 12)
  assert.deepEqual(await seen(), {})
})

test('what one transaction may see, the next on the same connection may not', async () => {
  assert.deepEqual(await within({ county: '371424', all: 'true' }), EVERYTHING)
  assert.deepEqual(await seen(), {})
  await client.query('begin read only')
  assert.deepEqual(await seen(), {})
  await client.query('commit')
})

test('a transaction that was taken back leaves nothing open either', async () => {
  await client.query('begin')
  await client.query(`select set_config('app.county', '371424', true), set_config('app.all', 'true', true)`)
  await assert.rejects(client.query('select 1/0'))
  await client.query('rollback')
  assert.deepEqual(await seen(), {})
})

test('half of what is to be said lets nobody through to people', async () => {
  const { person: _person, ...ofTheCounty } = EVERYTHING
  for (const [settings, counts] of [
    [{ all: 'true' }, {}],
    [{ places: '{[0,9000000000000000000)}' }, {}],
    [{ county: '', all: 'true' }, {}],
    [{ county: '371425', all: 'true' }, {}],
    [{ county: '371424' }, ofTheCounty],
    [{ county: '371424', all: '', places: '', units: '' }, ofTheCounty],
    [{ county: '371424', places: '{[3714240010230000000,3714240010240000000)}' }, EVERYTHING],
    [{ county: '371424', places: '{[3714240010240000000,3714240010250000000)}' }, ofTheCounty],
  ] as const)
    assert.deepEqual(await within(settings), counts, JSON.stringify(settings))
})

test('nobody writes a row into another county, or where no county was said', async () => {
  const insert = `insert into import_synonym (county, header, field, used_at) values (371424, $1, 'name', now())`
  await assert.rejects(client.query(insert, ['姓名']), { code: '42501' })
  await client.query('begin')
  await client.query(`select set_config('app.county', '371425', true)`)
  await assert.rejects(client.query(insert, ['姓名']), { code: '42501' })
  await client.query('rollback')
})

test('what was noted is never changed or taken away, by whomever the office works for', async () => {
  for (const text of [`update audit_event set action = 'x'`, 'delete from audit_event', 'truncate audit_event'])
    await assert.rejects(
      within({ county: '371424', all: 'true' }).then(() => client.query(text)),
      { code: '42501' },
    )
})

test('the office owns nothing and may make nothing', async () => {
  for (const text of [
    'create table mine ()',
    'drop table person',
    'alter table person disable row level security',
    'select * from schema_migration',
  ])
    await assert.rejects(client.query(text), { code: '42501' }, text)
})
