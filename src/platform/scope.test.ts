import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test, { after, before } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { codeGrants } from '#test/office/coded.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import type { Actor, Ctx } from './ctx.ts'
import { newId } from './ids.ts'
import { rowsOf } from './scope.ts'

const NEIGHBOUR = 371425
const GRID = '3714240010230100000'
const BUILDING = '3714240010230100100'
const SPOTS = [...Object.values(PLACES), GRID, BUILDING]

let o: Office
let units: string[] = []

/** A seeded chance: the same tries every time, hundreds of them unlike each other. */
let seed = 0
function below(limit: number): number {
  return createHash('sha256').update(`scope ${seed++}`).digest().readUInt32BE() % limit
}
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T // below() stays within
const some = <T>(list: readonly T[], most: number): T[] => Array.from({ length: below(most + 1) }, () => pick(list))

before(async () => {
  o = await office()
  units = await o.act(groundAndUnits)
  await o.act(async (ctx) => {
    for (let at = 0; at < 150; at++)
      await settle(ctx, {
        ...(below(5) ? { place: pick(SPOTS) } : {}),
        ...(below(3) ? { unit: pick(units) } : {}),
        ...(below(4) ? {} : { managingUnit: pick(units) }),
      })
  })
  await o.house.act({ system: NEIGHBOUR }, { readOnly: false }, async (ctx) => {
    const set_up_at = ctx.now.toISOString()
    await ctx.db.insertInto('county').values({ county: NEIGHBOUR, name: '齐河县', set_up_at }).execute()
    await settle(ctx, { name: '邻县人' })
  })
})
after(() => o.close())

/** Places below the communities, and three trees of units. */
async function groundAndUnits(ctx: Ctx): Promise<string[]> {
  const { county } = ctx.actor
  const small = { county, name: '第一网格', short: '第一网格' }
  await ctx.db
    .insertInto('place')
    .values([
      { ...small, code: GRID, level: 'grid' },
      { ...small, code: BUILDING, level: 'building' },
    ])
    .execute()
  const ids = Array.from({ length: 9 }, () => newId())
  for (const [at, id] of ids.entries()) {
    const parent_id = at < 3 ? null : pick(ids.slice(0, at))
    await ctx.db
      .insertInto('unit')
      .values({ county, id, name: `单位${at}`, kind: 'employer', parent_id })
      .execute()
  }
  return ids
}

const VALID = ['[2020-01-01,)', '[2020-01-01,)', '[2020-01-01,)', '[2020-01-01,2021-01-01)', '[2030-01-01,)']
const ROLES = ['bureau_staff', 'street_staff', 'community_worker', 'unit_liaison', 'reader']

/** Somebody with up to four grants, of which some have ended, not yet begun or were taken back. */
async function hireAnybody(): Promise<string> {
  const worker = await o.hire({ place: PLACES.linyi })
  const spots = some([...SPOTS.slice(1), ...(below(4) ? [] : [PLACES.county])], 3).map((place_code) => ({
    place_code,
    unit_id: null,
  }))
  const posts = some(units, 2).map((unit_id) => ({ place_code: null, unit_id }))
  await o.act(async (ctx) => {
    await ctx.db.deleteFrom('account_grant').where('account_id', '=', worker.id).execute()
    const at = ctx.now.toISOString()
    const grant = { county: o.county, account_id: worker.id, holder_id: worker.id, granted_at: at }
    for (const area of [...spots, ...posts]) {
      const taken = below(6) ? {} : { revoked_at: at }
      const row = { ...grant, id: newId(), role: pick(ROLES), valid: pick(VALID), ...area, ...taken }
      await ctx.db.insertInto('account_grant').values(row).execute()
      await codeGrants(ctx, [row.id])
    }
    const change = { must_change_password: below(10) === 0 }
    await ctx.db.updateTable('account').set(change).where('id', '=', worker.id).execute()
  })
  return worker.id
}

type Seen = { actor: Actor; first: string[]; second: string[] }

const idsWhere = async (ctx: Ctx, condition: RawBuilder<unknown>): Promise<string[]> =>
  (await sql<{ id: string }>`select p.id from person p where ${condition} order by p.id`.execute(ctx.db)).rows.map(
    ({ id }) => id,
  )

/** What the first lock lets through where there is no second, and what the second lets through where nobody asks the first. */
function seenBy(id: string): Promise<Seen> {
  return o.house.act({ account: id, county: o.county }, { readOnly: true }, async (ctx) => {
    await sql`set local role none`.execute(ctx.db)
    const first = await idsWhere(ctx, sql`p.county = ${ctx.actor.county} and ${rowsOf(ctx.actor, 'p')}`)
    await sql`set local role sangyu_app`.execute(ctx.db)
    return { actor: ctx.actor, first, second: await idsWhere(ctx, sql`true`) }
  })
}

test('both locks let the same people through, whatever somebody may see', async () => {
  const kinds = new Map<string, number>()
  for (let turn = 0; turn < 120; turn++) {
    const { actor, first, second } = await seenBy(await hireAnybody())
    const { all, places, units: own } = actor.scope
    assert.deepEqual(second, first, `turn ${turn} ${JSON.stringify(actor.scope)}`)
    const kind = all ? 'county' : `${places.length ? 'places' : ''} ${own.length ? 'units' : ''}`.trim() || 'nothing'
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if (all) assert.equal(first.length, 150)
    if (kind === 'nothing') assert.equal(first.length, 0)
  }
  assert.deepEqual([...kinds.keys()].toSorted(), ['county', 'nothing', 'places', 'places units', 'units'])
})

test('the office itself sees its own county, and no other', async () => {
  for (const [county, count] of [
    [o.county, 150],
    [NEIGHBOUR, 1],
    [371426, 0],
  ] as const) {
    const people = await o.house.act({ system: county }, { readOnly: true }, (ctx) =>
      idsWhere(ctx, rowsOf(ctx.actor, 'p')),
    )
    assert.equal(people.length, count)
  }
  assert.deepEqual(await o.house.act('nobody', { readOnly: true }, (ctx) => idsWhere(ctx, sql`true`)), [])
})

test('the second lock lets nobody write a row that they could then no longer read', async () => {
  const worker = await o.hire({ place: PLACES.xingtong })
  const id = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  const move = (place_code: string, county: number) =>
    o.house.act({ account: worker.id, county: o.county }, { readOnly: false }, async (ctx) => {
      const set = ctx.db.updateTable('person').set({ place_code, county }).where('id', '=', id)
      return (await set.executeTakeFirst()).numUpdatedRows
    })
  await assert.rejects(move(PLACES.guangchang, NEIGHBOUR), { code: '42501' })
  await assert.rejects(move(PLACES.xinyuan, o.county), { code: '42501' })
  assert.equal(await move(PLACES.ruiheng, o.county), 1n)
})

test('a range takes in its own ends and nothing beside them', async () => {
  const scope = { all: false, places: [{ lo: '3714240010230000000', hi: '3714240010239999999' }], units: [] }
  const isIn = async (place: string | null) => {
    const row = sql`(select ${place}::bigint as place_code, '{}'::uuid[] as unit_ids) p`
    const { rows } = await o.act((ctx) =>
      sql<{ is: boolean }>`select coalesce(${rowsOf({ scope }, 'p')}, false) as is from ${row}`.execute(ctx.db),
    )
    return rows[0]?.is
  }
  const places = ['3714240010229999999', '3714240010230000000', '3714240010239999999', '3714240010240000000', null]
  const found = []
  for (const place of places) found.push(await isIn(place))
  assert.deepEqual(found, [false, true, true, false, false])
})

test('every table that names a person is behind the second lock', async () => {
  const open = await asOwner<{ table_name: string }>(
    o.house,
    `select distinct c.table_name from information_schema.columns c
       join pg_class r on r.oid = format('public.%I', c.table_name)::regclass and r.relkind = 'r' and not r.relrowsecurity
      where c.table_schema = 'public' and (c.column_name in ('person_id', 'id_sealed') or c.table_name = 'person')`,
  )
  assert.deepEqual(open, [])
})
