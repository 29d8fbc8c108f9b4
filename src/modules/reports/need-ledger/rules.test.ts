import assert from 'node:assert/strict'
import test from 'node:test'
import {
  counts,
  differing,
  type FigureKey,
  figureKeys,
  figuresOf,
  type Life,
  monthOf,
  monthsBefore,
  stands,
} from './rules.ts'

const march = monthOf('2026-03')
const life = (raisedOn: string, endedOn: string | null = null, status = 'raised'): Life => ({
  status,
  raisedOn,
  endedOn,
  dueOn: '2026-03-20',
  helpedOn: null,
})

test('a month goes from its first day up to the first of the next, also over the new year', () => {
  assert.deepEqual(march, { from: '2026-03-01', until: '2026-04-01' })
  assert.deepEqual(monthOf('2026-12'), { from: '2026-12-01', until: '2027-01-01' })
  assert.deepEqual(monthsBefore('2026-02', 4), ['2026-02', '2026-01', '2025-12', '2025-11'])
})

const cases: [what: string, life: Life, figures: FigureKey[]][] = [
  ['raised before and still open', life('2026-02-10'), ['carried', 'left', 'overdue']],
  ['raised within and still open', life('2026-03-05'), ['raised', 'left', 'overdue']],
  ['raised and closed within', life('2026-03-05', '2026-03-31', 'closed'), ['raised', 'closed']],
  ['raised before, closed within', life('2026-02-10', '2026-03-01', 'closed'), ['carried', 'closed']],
  ['raised within, declined within', life('2026-03-05', '2026-03-06', 'declined'), ['raised', 'declined']],
  ['raised within, withdrawn within', life('2026-03-05', '2026-03-06', 'withdrawn'), ['raised', 'withdrawn']],
  ['closed in the month after', life('2026-03-05', '2026-04-01', 'closed'), ['raised', 'left', 'overdue']],
  ['over before the month', life('2026-01-05', '2026-02-28', 'closed'), []],
  ['not yet raised', life('2026-04-01'), []],
  ['helped in time', { ...life('2026-03-05', null, 'in_service'), helpedOn: '2026-03-10' }, ['raised', 'left']],
]
for (const [what, one, figures] of cases)
  test(`what was ${what} counts in March to: ${figures.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(
      figureKeys.filter((key) => counts(key, one, march)),
      figures,
    )
    assert.equal(stands(one, march), figures.length > 0)
  })

test('what came in is what went out and what is left', () => {
  const sum = figuresOf(
    cases.map(([, one]) => one),
    march,
  )
  assert.equal(sum.carried + sum.raised, sum.closed + sum.declined + sum.withdrawn + sum.left)
})

test('a closing that no longer agrees is told by its figures', () => {
  const figures = figuresOf([life('2026-03-05')], march)
  assert.deepEqual(differing(figures, figures), [])
  assert.deepEqual(differing({ ...figures, raised: 2 }, figures), ['raised'])
})
