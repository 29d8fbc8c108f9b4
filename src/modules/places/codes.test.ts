import assert from 'node:assert/strict'
import test from 'node:test'
import { ancestorsOf, isPlaceCode, isUnder, parentOf, placeCode, placeLevel, placeRange } from './codes.ts'

const LARGEST_BIGINT = 9_223_372_036_854_775_807n

test('every level of a home has its own place code', () => {
  for (const [parts, code, level] of [
    [{ region: '37' }, '3700000000000000000', 'province'],
    [{ region: '3714' }, '3714000000000000000', 'city'],
    [{ region: '371424' }, '3714240000000000000', 'county'],
    [{ region: '371424001' }, '3714240010000000000', 'street'],
    [{ region: '371424001023' }, '3714240010230000000', 'community'],
    [{ region: '371424001023', grid: 7 }, '3714240010230700000', 'grid'],
    [{ region: '371424001023', grid: 7, building: 12 }, '3714240010230701200', 'building'],
    [{ region: '371424001023', grid: 7, building: 12, entrance: 3 }, '3714240010230701203', 'entrance'],
    [{ region: '371424001023', building: 12, entrance: 3 }, '3714240010230001203', 'entrance'],
    [{ region: '371424000000' }, '3714240000000000000', 'county'],
    [{ region: '371424100200' }, '3714241002000000000', 'community'],
    [{ region: '371424100' }, '3714241000000000000', 'street'],
    [{ region: '441900003' }, '4419000030000000000', 'street'],
  ] as const) {
    assert.equal(placeCode(parts), code)
    assert.equal(placeLevel(code), level)
    assert.ok(isPlaceCode(code))
  }
})

test('a home without its building, community or street is refused', () => {
  for (const parts of [
    { region: '371424001023', entrance: 3 },
    { region: '371424001023', grid: 7, entrance: 3 },
    { region: '371424001', grid: 7 },
    { region: '371424001', building: 7 },
    { region: '371424000023' },
    { region: '370024' },
    { region: '3714240' },
    { region: '' },
    { region: '００' },
    { region: '00' },
    { region: '10' },
    { region: '92' },
    { region: '371424001023', grid: 100 },
    { region: '371424001023', building: -1 },
    { region: '371424001023', building: 1.5 },
    { region: '371424001023', building: 1, entrance: Number.NaN },
  ]) {
    assert.throws(() => placeCode(parts), RangeError, JSON.stringify(parts))
  }
})

test('text that is no place code is refused everywhere', () => {
  for (const text of [
    '',
    '371424',
    '371424001023',
    '0000000000000000000',
    '3714240010230701203 ',
    '37142400102307012030',
  ]) {
    assert.equal(isPlaceCode(text), false, text)
    for (const act of [placeLevel, parentOf, ancestorsOf]) assert.throws(() => act(text), RangeError)
    assert.throws(() => placeRange(text), { code: 'row.not_found' })
    assert.throws(() => isUnder(text, '3700000000000000000'), RangeError)
    assert.throws(() => isUnder('3700000000000000000', text), RangeError)
  }
})

test('the range of a place runs from itself to the last entrance under it', () => {
  for (const [code, hi] of [
    ['3700000000000000000', '3799999999999999999'],
    ['3714000000000000000', '3714999999999999999'],
    ['3714240000000000000', '3714249999999999999'],
    ['3714240010000000000', '3714240019999999999'],
    ['3714240010230000000', '3714240010239999999'],
    ['3714240010230700000', '3714240010230799999'],
    ['3714240010230701200', '3714240010230701299'],
    ['3714240010230701203', '3714240010230701203'],
  ] as const) {
    assert.deepEqual(placeRange(code), { lo: code, hi })
  }
})

test('ancestors lead from the province down, leaving out levels the code does not name', () => {
  assert.deepEqual(ancestorsOf('3714240010230701203'), [
    '3700000000000000000',
    '3714000000000000000',
    '3714240000000000000',
    '3714240010000000000',
    '3714240010230000000',
    '3714240010230700000',
    '3714240010230701200',
  ])
  assert.deepEqual(ancestorsOf('3700000000000000000'), [])
  assert.equal(parentOf('3700000000000000000'), undefined)
  assert.equal(parentOf('4419000030000000000'), '4419000000000000000', 'a street of 东莞 lies under the city')
  assert.equal(parentOf('3714240010230001200'), '3714240010230000000', 'a building in no grid lies under the community')
})

test('for any home, the tree, the ranges and the numbers agree', () => {
  for (const code of homes(2000)) {
    const { lo, hi } = placeRange(code)
    assert.ok(BigInt(lo) <= BigInt(hi) && BigInt(hi) <= LARGEST_BIGINT)
    assert.equal(BigInt(code).toString(), code)
    assert.ok(isUnder(code, code))
    for (const ancestor of ancestorsOf(code)) {
      const range = placeRange(ancestor)
      assert.ok(BigInt(range.lo) < BigInt(lo) && BigInt(hi) <= BigInt(range.hi), `${code} inside ${ancestor}`)
      assert.ok(isUnder(code, ancestor) && !isUnder(ancestor, code))
    }
    assert.deepEqual(ancestorsOf(code), walkUp(code))
  }
})

test('for any two homes, being under is being in the range', () => {
  const some = homes(150)
  const all = [...some, ...some.flatMap(ancestorsOf)]
  for (const a of some) {
    for (const b of all) {
      const { lo, hi } = placeRange(b)
      assert.equal(isUnder(a, b), BigInt(lo) <= BigInt(a) && BigInt(a) <= BigInt(hi), `${a} ${b}`)
    }
  }
})

function walkUp(code: string): string[] {
  const parent = parentOf(code)
  return parent ? [...walkUp(parent), parent] : []
}

/** The same homes in every run; few values per group, so that many of them share ancestors. */
function homes(count: number): string[] {
  let state = 20260101
  const below = (limit: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * limit)
  }
  const digits = (limit: number, width: number) => String(1 + below(limit)).padStart(width, '0')
  return Array.from({ length: count }, () => {
    const region = `${11 + below(81)}${digits(2, 2)}${digits(2, 2)}${digits(3, 3)}${digits(3, 3)}`
    const level = below(6)
    if (level < 2) return placeCode({ region: region.slice(0, [2, 6][level]) })
    if (level === 2) return placeCode({ region })
    const grid = below(3)
    if (level === 3) return placeCode({ region, grid: grid + 1 })
    const building = 1 + below(999)
    return placeCode(level === 4 ? { region, grid, building } : { region, grid, building, entrance: 1 + below(99) })
  })
}
