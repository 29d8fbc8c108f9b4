import assert from 'node:assert/strict'
import test from 'node:test'
import {
  afterSettling,
  balanceOfStatement,
  correctedDue,
  nextMonth,
  SETTLEMENT_STATES,
  type SettlementAct,
} from './rules.ts'

const TABLE: Record<SettlementAct, string> = {
  // draft disputed confirmed approved paid
  confirm: 'confirmed - - - -',
  dispute: 'disputed - - - -',
  correct: '- draft - - -',
  answer: '- draft - - -',
  approve: '- - approved - -',
  pay: '- - - paid -',
}
for (const [act, row] of Object.entries(TABLE) as [SettlementAct, string][]) // the table's own keys
  test(`${act} leads from each state where it may, and nowhere else`, () => {
    const found = SETTLEMENT_STATES.map(
      (status) => afterSettling(act, { status, answerBy: '2026-04-06' }, '2026-04-06') ?? '-',
    )
    assert.equal(found.join(' '), row)
  })

test('a partner who says nothing for three working days agrees; before that nothing is approved without their word', () => {
  const draft = { status: 'draft', answerBy: '2026-04-06' } as const
  assert.equal(afterSettling('approve', draft, '2026-04-06'), undefined)
  assert.equal(afterSettling('approve', draft, '2026-04-07'), 'approved')
})

test('the month after December is January of the next year', () => {
  assert.deepEqual(['2026-12-01', '2026-01-01'].map(nextMonth), ['2027-01-01', '2026-02-01'])
})

for (const [what, sums, owed, closing, due] of [
  ['a first month', [0, 50, 0, 0], [0, 50, 0], 50, 50],
  ['a month after one that was paid in it', [50, 30, 0, 50], [0, 30, 0], 30, 30],
  ['a month after one that is not paid yet', [50, 30, 0, 0], [50, 80, 50], 80, 30],
  ['a month of reversals only', [0, 0, 0, 0], [0, 0, 0], 0, 0],
  ['a reversal of what was paid before', [10, 20, 25, 0], [0, 5, 0], 5, 5],
  ['a reversal between the month’s end and the draft', [0, 40, 0, 0], [0, 30, 0], 40, 30],
] as const)
  test(`${what}: closes at ${closing}, ${due} to be paid`, () => {
    const [opening, redeemed, reversed, paidBefore] = sums
    const [unpaid, owedNow, unpaidNow] = owed
    const found = balanceOfStatement({ opening, redeemed, reversed, paidBefore }, { unpaid, owedNow, unpaidNow })
    assert.deepEqual(found, { closing, due })
  })

for (const [due, owedNow, unpaidNow, corrected] of [
  [40, 40, 0, 40],
  [40, 30, 0, 30],
  [40, 50, 20, 30],
  [40, 90, 20, 40],
  [40, 10, 20, 0],
] as const)
  test(`of ${due} asked, with ${owedNow} owed and ${unpaidNow} asked elsewhere, ${corrected} stands after a correction`, () =>
    assert.equal(correctedDue(due, { owedNow, unpaidNow }), corrected))
