import assert from 'node:assert/strict'
import test from 'node:test'
import { choose, isBaseDue, outlived, spansOf } from './choose.ts'
import { baseName, instantOf, isSegment, type Kept, nextSegment, pieceName } from './names.ts'

const NOON = new Date('2026-11-22T12:00:00+08:00')
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)
const segment = (n: number) => `0000000100000000000000${n.toString(16).toUpperCase().padStart(2, '0')}`
const piece = (n: number, minute: number) => ({ path: `piece ${n}`, segment: segment(n), closedAt: after(minute) })
const base = (n: number, minute: number) => ({ path: `base ${n}`, from: segment(n), at: after(minute) })

/** A base at noon and one at 13:00, a piece each ten minutes; two pieces are missing. */
const kept: Kept[] = [
  {
    cluster: '1',
    folder: '',
    bases: [base(1, 0), base(7, 60)],
    pieces: [1, 2, 3, 6, 7, 8, 9].map((n) => piece(n, n * 10)),
  },
]

test('segments follow one another across the end of a log, and only segments are taken for some', () => {
  const table: [string, string][] = [
    ['000000010000000000000001', '000000010000000000000002'],
    ['00000001000000000000000F', '000000010000000000000010'],
    ['0000000100000000000000FF', '000000010000000100000000'],
    ['00000002000000FE000000FF', '00000002000000FF00000000'],
  ]
  for (const [one, next] of table) assert.equal(nextSegment(one), next)
  assert.deepEqual(
    ['000000010000000000000001', '00000002.history', '000000010000000000000002.00000028.backup'].map(isSegment),
    [true, false, false],
  )
})

test('a name tells the moment by the clock of the office, and is read back', () => {
  assert.equal(pieceName(segment(1), NOON), `${segment(1)}-20261122-120000-000.sealed`)
  assert.equal(baseName(segment(1), NOON), `base-${segment(1)}-20261122-120000-000.sealed`)
  assert.deepEqual(instantOf('20261122-120000-000'), NOON)
})

test('a moment is reached from the newest base before it, with one piece more than needed', () => {
  const table: [minute: number, from: string, pieces: string[]][] = [
    [0, 'base 1', ['piece 1', 'piece 2']],
    [10, 'base 1', ['piece 1', 'piece 2']],
    [11, 'base 1', ['piece 1', 'piece 2', 'piece 3']],
    [30, 'base 1', ['piece 1', 'piece 2', 'piece 3']],
    [60, 'base 7', ['piece 7', 'piece 8']],
    [90, 'base 7', ['piece 7', 'piece 8', 'piece 9']],
  ]
  for (const [minute, from, pieces] of table) {
    const choice = choose(kept, after(minute))
    assert.deepEqual([choice.base.path, choice.pieces.map(({ path }) => path)], [from, pieces], String(minute))
  }
})

test('a moment that cannot be reached is refused with why', () => {
  const table: [minute: number, code: string][] = [
    [-1, 'moment.too_early'],
    [31, 'moment.gap'],
    [59, 'moment.gap'],
    [91, 'moment.too_late'],
  ]
  for (const [minute, code] of table) assert.throws(() => choose(kept, after(minute)), { code }, String(minute))
  assert.throws(() => choose([], NOON), { code: 'moment.nothing_kept' })
  assert.throws(() => choose(kept, after(31)), /missing in the archive/)
  assert.throws(
    () => choose(kept, after(31)),
    (error: Error) => error.message.includes(segment(4)),
  )
})

test('what can be restored is told in spans, and a gap parts them', () => {
  assert.deepEqual(spansOf(kept), [
    { from: after(0), to: after(30) },
    { from: after(60), to: after(90) },
  ])
  const [own] = kept
  const mended: Kept[] = [{ ...(own ?? assert.fail()), pieces: [1, 2, 3, 4, 5, 6, 7].map((n) => piece(n, n * 10)) }]
  assert.deepEqual(spansOf(mended), [{ from: after(0), to: after(70) }])
  assert.deepEqual(spansOf([]), [])
})

test('a base is due where there is none, after a gap, and when the newest is older than a day and two hours', () => {
  const [own] = kept
  assert.ok(own)
  const table: [what: string, Kept | undefined, minute: number, due: boolean][] = [
    ['nothing kept', undefined, 0, true],
    ['the chain goes on', own, 100, false],
    ['too old', own, 60 + 26 * 60 + 1, true],
    ['a gap after the newest', { ...own, pieces: [...own.pieces, piece(11, 110)] }, 120, true],
    ['no piece yet since the newest', { ...own, pieces: own.pieces.slice(0, 4) }, 70, false],
  ]
  for (const [what, some, minute, due] of table) assert.equal(isBaseDue(some, after(minute)), due, what)
})

test('what the days that are kept do not need may go; the base before them stays with all that follows it', () => {
  const DAY = 24 * 60
  const days = (bases: number[]): Kept[] => [
    {
      cluster: '1',
      folder: '',
      bases: bases.map((n) => base(n, n * DAY)),
      pieces: Array.from({ length: 12 }, (_, n) => piece(n, n * DAY + 5)),
    },
  ]
  const gone = (some: Kept[], minute: number) => outlived(some, { days: 3, now: after(minute) })
  assert.deepEqual(gone(days([0, 2, 4, 6, 8, 10]), 11 * DAY), [
    'base 0',
    'base 2',
    'base 4',
    'base 6',
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => `piece ${n}`),
  ])
  assert.deepEqual(gone(days([10]), 11 * DAY).slice(-1), ['piece 9'], 'a log without a base before it is no use')
  assert.deepEqual(gone(days([0]), 11 * DAY), [], 'the only base stays while its log goes on')
  assert.equal(gone(days([0, 4]), 30 * DAY).length, 14, 'of a cluster that is no more everything goes in the end')
  assert.deepEqual(gone(days([]), 2 * DAY), [])
})
