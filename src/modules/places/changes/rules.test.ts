import assert from 'node:assert/strict'
import test from 'node:test'
import type { Level } from '../contract.ts'
import { codeUnder, freeNumber, isNumberedHere, mostNumbers, numberIn, planMoves, type Standing } from './rules.ts'

const codes: [parent: string, level: Parameters<typeof codeUnder>[1], number: number, code: string][] = [
  ['3714240000000000000', 'street', 401, '3714244010000000000'],
  ['3714240010000000000', 'community', 23, '3714240010230000000'],
  ['3714240010230000000', 'grid', 4, '3714240010230400000'],
  ['3714240010230000000', 'building', 12, '3714240010230001200'],
  ['3714240010230400000', 'building', 12, '3714240010230401200'],
  ['3714240010230401200', 'entrance', 3, '3714240010230401203'],
  ['3714240010230001200', 'entrance', 99, '3714240010230001299'],
]

test('a number and its parent make the code, and the code gives the number back', () => {
  for (const [parent, level, number, code] of codes) {
    assert.equal(codeUnder(parent, level, number), code)
    assert.equal(numberIn(code, level), number)
  }
})

test('the office numbers grids, buildings and entrances; the nation numbers the rest', () => {
  const table = [
    ['street', false, 999],
    ['community', false, 999],
    ['grid', true, 99],
    ['building', true, 999],
    ['entrance', true, 99],
  ] as const
  for (const [level, isOurs, most] of table)
    assert.deepEqual([isNumberedHere(level), mostNumbers(level)], [isOurs, most])
})

test('the lowest number that was never used is the next', () => {
  const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1)
  const table: [used: number[], next: number | undefined][] = [
    [[], 1],
    [[1, 2], 3],
    [[2, 3], 1],
    [upTo(98), 99],
    [upTo(99), undefined],
  ]
  for (const [used, next] of table) assert.equal(freeNumber(new Set(used), 'grid'), next)
})

const place = (...[code, level, short, parent]: [string, Level, string, string]): Standing => ({
  code,
  level,
  short,
  name: short,
  parent,
})
const OLD = '3714240010900000000'
const NEW = '3714240010910000000'
const old = {
  code: OLD,
  short: '旧城社区',
  below: [
    place(`${OLD.slice(0, 12)}0000100`, 'building', '1号楼', OLD),
    place(`${OLD.slice(0, 12)}0100000`, 'grid', '甲网格', OLD),
    place(`${OLD.slice(0, 12)}0100500`, 'building', '5号楼', `${OLD.slice(0, 12)}0100000`),
    place(`${OLD.slice(0, 12)}0100502`, 'entrance', '2单元', `${OLD.slice(0, 12)}0100500`),
  ],
}
const moved = (plan: ReturnType<typeof planMoves>) => plan.map(({ to, short, isNew }) => [to.slice(12), short, isNew])

test('a merged community’s grids and buildings get the next free codes of its successor', () => {
  const into = { code: NEW, level: 'community', short: '新城社区' } as const
  const free = planMoves(old, { ...into, below: [], usedCodes: new Set() })
  assert.deepEqual(moved(free), [
    ['0000100', '1号楼', true],
    ['0100000', '甲网格', true],
    ['0100100', '5号楼', true],
    ['0100101', '2单元', true],
  ])
  const taken = [place(`${NEW.slice(0, 12)}0000100`, 'building', '1号楼', NEW)]
  const beside = planMoves(old, {
    ...into,
    below: taken,
    usedCodes: new Set([`${NEW.slice(0, 12)}0000100`, `${NEW.slice(0, 12)}0100000`]),
  })
  assert.deepEqual(moved(beside), [
    ['0000200', '旧城社区1号楼', true],
    ['0200000', '甲网格', true],
    ['0200100', '5号楼', true],
    ['0200101', '2单元', true],
  ])
})

test('what cannot lie under the successor becomes the successor itself', () => {
  const building = { code: `${OLD.slice(0, 12)}0100500`, short: '5号楼', below: old.below.slice(3) }
  const plan = planMoves(building, {
    code: NEW,
    level: 'community',
    short: '新城社区',
    below: [],
    usedCodes: new Set(),
  })
  assert.deepEqual(moved(plan), [['0000000', '2单元', false]])
})

test('where all numbers are used, people stay with the successor as a whole', () => {
  const usedCodes = new Set(Array.from({ length: 99 }, (_, index) => codeUnder(NEW, 'grid', index + 1)))
  const grids = { code: OLD, short: '旧城社区', below: old.below.slice(1, 3) }
  const plan = planMoves(grids, { code: NEW, level: 'community', short: '新城社区', below: [], usedCodes })
  assert.deepEqual(moved(plan), [
    ['0000000', '甲网格', false],
    ['0000100', '5号楼', true],
  ])
})
