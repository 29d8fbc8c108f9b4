import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { newId } from '#platform/ids.ts'
import { COUNTY, type Office, office, PLACES } from '#test/office.ts'
import { registerPerson } from '../../record/index.ts'
import { bringInStep } from './index.ts'

let o: Office
const units: string[] = []
before(async () => {
  o = await office()
  for (const name of ['县丝绸公司', '县棉麻公司', '县石油公司'])
    units.push((await o.act((ctx) => foundUnit(ctx, { name, kind: 'employer' }))).id)
})
after(() => o.close())

type Tie = [kind: string, at: number | string, during: string]

/** Somebody with just these affiliations: a unit by its number, a home by its place. */
const settled = (ties: Tie[]) =>
  o.act(async (ctx) => {
    const around = { phones: [], tags: [], source: '登记', unitId: null, managingUnitId: null, placeCode: null }
    const { id } = await registerPerson(ctx, { values: { name: '水清' }, ...around })
    for (const [kind, at, during] of ties) {
      const where = typeof at === 'string' ? { place_code: at } : { unit_id: units[at] ?? null }
      const row = {
        county: COUNTY,
        id: newId(),
        person_id: id,
        kind,
        during,
        added_at: ctx.now.toISOString(),
        ...where,
      }
      await ctx.db.insertInto('affiliation').values(row).execute()
    }
    return id
  })
const standingOf = async (id: string) => {
  await o.act((ctx) => bringInStep(ctx, [id]))
  const row = await o.act((ctx) =>
    ctx.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
  const numberOf = (unit: string | null) => (unit === null ? null : units.indexOf(unit))
  const all = row.unit_ids.map(numberOf).sort((a, b) => (a ?? -1) - (b ?? -1))
  return [numberOf(row.unit_id), numberOf(row.managing_unit_id), all, row.place_code]
}

test('where a person stands today is read from the affiliations of today', async () => {
  const table: [what: string, Tie[], unknown[]][] = [
    ['nothing known', [], [null, null, [], null]],
    ['one original unit', [['original_unit', 0, '(,)']], [0, null, [0], null]],
    [
      'of two original units, the one begun last',
      [
        ['original_unit', 0, '[1980-01-01,)'],
        ['original_unit', 1, '[1990-01-01,)'],
      ],
      [1, null, [0, 1], null],
    ],
    [
      'a unit of unknown beginning comes after one whose beginning is known',
      [
        ['original_unit', 0, '(,)'],
        ['original_unit', 1, '[1990-01-01,)'],
      ],
      [1, null, [0, 1], null],
    ],
    [
      'what ended today holds no more, and what begins tomorrow not yet',
      [
        ['original_unit', 0, '[1980-01-01,2026-03-02)'],
        ['managing_unit', 1, '[2026-03-02,)'],
        ['other_unit', 2, '[2026-03-03,)'],
      ],
      [null, 1, [1], null],
    ],
    [
      'one unit in two kinds counts once',
      [
        ['original_unit', 2, '(,)'],
        ['managing_unit', 2, '(,)'],
      ],
      [2, 2, [2], null],
    ],
    [
      'the home of today',
      [
        ['home', PLACES.guangchang, '(,2020-01-01)'],
        ['home', PLACES.xinyuan, '[2020-01-01,)'],
      ],
      [null, null, [], PLACES.xinyuan],
    ],
  ]
  for (const [what, ties, expected] of table) assert.deepEqual(await standingOf(await settled(ties)), expected, what)
})

test('the unit shown stays the one shown as long as it is one of several', async () => {
  const id = await settled([['original_unit', 0, '[1980-01-01,)']])
  assert.deepEqual((await standingOf(id))[0], 0)
  await o.act((ctx) =>
    ctx.db
      .insertInto('affiliation')
      .values({
        county: COUNTY,
        id: newId(),
        person_id: id,
        kind: 'original_unit',
        unit_id: units[1] ?? null,
        during: '[2000-01-01,)',
        added_at: ctx.now.toISOString(),
      })
      .execute(),
  )
  assert.deepEqual(await standingOf(id), [0, null, [0, 1], null])
})

test('bringing nobody in step asks nothing', async () => {
  await o.act((ctx) => bringInStep(ctx, []))
})
