import assert from 'node:assert/strict'
import test from 'node:test'
import { type Days, readDays } from '../../affiliations/rules.ts'
import {
  contactsToCarry,
  happeningsToCarry,
  phonesToCarry,
  relativesToCarry,
  type Standing,
  tiesToCarry,
  touchedSince,
} from './rules.ts'

const days = (range: string): Days => readDays(range)
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).join()

test('numbers that the kept record has are not doubled, and twenty is the most', () => {
  const phones = (...numbers: string[]) => numbers.map((number) => ({ number_index: number }))
  const table: [string[], string[], string[]][] = [
    [['a'], ['a', 'b'], ['b']],
    [[], ['a', 'b'], ['a', 'b']],
    [['a', 'b'], [], []],
    [Array.from({ length: 19 }, (_, at) => `k${at}`), ['a', 'b', 'k3'], ['a']],
    [Array.from({ length: 20 }, (_, at) => `k${at}`), ['a'], []],
  ]
  for (const [kept, absorbed, carried] of table)
    assert.deepEqual(phonesToCarry(phones(...kept), phones(...absorbed)), phones(...carried))
})

test('four contacts at most stay; who does not fit is named as left', () => {
  const contact = (name: string, mobile: string | null = null, relation = '2') => ({
    name,
    relation,
    mobile_index: mobile,
  })
  const table: [
    what: string,
    ReturnType<typeof contact>[],
    ReturnType<typeof contact>[],
    carried: string,
    left: string,
  ][] = [
    ['the same person with one number known', [contact('春', 'm')], [contact('春')], '', ''],
    ['two of one name with two numbers', [contact('春', 'm')], [contact('春', 'n')], '春', ''],
    ['one name in two relations', [contact('春')], [contact('春', null, '3')], '春', ''],
    [
      'three and three',
      ['春', '夏', '秋'].map((one) => contact(one)),
      ['秋', '冬', '青'].map((one) => contact(one)),
      '冬',
      '青',
    ],
    ['a full record', ['甲', '乙', '丙', '丁'].map((one) => contact(one)), [contact('戊')], '', '戊'],
  ]
  for (const [what, kept, absorbed, carried, left] of table) {
    const plan = contactsToCarry(kept, absorbed)
    assert.deepEqual([names(plan.carried), names(plan.left)], [carried, left], what)
  }
})

test('relatives are known by name and relation', () => {
  const relative = (name: string, relation = '2') => ({ name, relation })
  assert.equal(
    names(relativesToCarry([relative('春')], [relative('春'), relative('春', '3'), relative('冬')])),
    '春,冬',
  )
})

test('units add up, homes of one time do not, and a home without a place takes the other’s', () => {
  const home = (id: string, place: string | null, range = '(,)') => ({
    id,
    kind: 'home',
    unit_id: null,
    place_code: place,
    days: days(range),
  })
  const at = (id: string, unit: string, range = '(,)') => ({
    id,
    kind: 'original_unit',
    unit_id: unit,
    place_code: null,
    days: days(range),
  })
  type Tie = ReturnType<typeof home> | ReturnType<typeof at>
  const table: [what: string, kept: Tie[], absorbed: Tie[], carried: string, left: string, filled: string | null][] = [
    ['another unit', [at('k', 'u')], [at('a', 'v')], 'a', '', null],
    ['the same unit', [at('k', 'u')], [at('a', 'u')], '', 'a', null],
    ['the same unit as another kind', [at('k', 'u')], [{ ...at('a', 'u'), kind: 'managing_unit' }], 'a', '', null],
    [
      'the same unit at another time',
      [at('k', 'u', '[2000-01-01,2005-01-01)')],
      [at('a', 'u', '[2005-01-01,)')],
      'a',
      '',
      null,
    ],
    ['two homes of today', [home('k', 'p')], [home('a', 'q')], '', 'a', null],
    ['a home of before', [home('k', 'p', '[2010-01-01,)')], [home('a', 'q', '(,2010-01-01)')], 'a', '', null],
    ['a home without a place', [home('k', null)], [home('a', 'q')], '', 'a', 'k from a'],
    ['a home without a place, and a past one', [home('k', null)], [home('a', 'q', '(,2010-01-01)')], '', 'a', null],
    ['no home at all', [at('k', 'u')], [home('a', 'q')], 'a', '', null],
  ]
  const ids = (ties: readonly { id: string }[]) => ties.map(({ id }) => id).join()
  for (const [what, kept, absorbed, carried, left, filled] of table) {
    const plan = tiesToCarry<Tie>(kept, absorbed)
    const told = plan.filled && `${plan.filled.id} from ${plan.filled.from.id}`
    assert.deepEqual([ids(plan.carried), ids(plan.left), told], [carried, left, filled], what)
  }
})

test('what happened is kept from both records, but nothing of one day twice', () => {
  const happening = (kind: string, on: string | null) => ({ kind, happened_on: on })
  const kept = [happening('recorded', null), happening('retired', '2009-12-01'), happening('died', '2025-01-01')]
  const table: [ReturnType<typeof happening>, boolean][] = [
    [happening('recorded', null), true],
    [happening('retired', '2009-12-01'), false],
    [happening('retired', '2009-11'), true],
    [happening('moved_home', '2009-12-01'), true],
    [happening('died', '2025-01-01'), false],
  ]
  for (const [one, isCarried] of table)
    assert.equal(happeningsToCarry(kept, [one]).length === 1, isCarried, `${one.kind} ${one.happened_on}`)
})

test('whatever was done to a record since shows in its versions or affiliations', () => {
  const then: Standing = { versions: { identity: 2, work: 1 }, ties: ['a', 'b'] }
  const table: [what: string, Standing, string[], boolean][] = [
    ['nothing', then, [], false],
    ['a section changed', { ...then, versions: { identity: 3, work: 1 } }, ['identity'], false],
    ['a section begun', { ...then, versions: { ...then.versions, phones: 1 } }, ['phones'], false],
    ['an affiliation added', { ...then, ties: ['a', 'b', 'c'] }, [], true],
    ['an affiliation ended', { ...then, ties: ['a', 'b until'] }, [], true],
  ]
  for (const [what, now, sections, isMoved] of table)
    assert.deepEqual(touchedSince(then, now), { sections, isMoved }, what)
})
