import assert from 'node:assert/strict'
import test from 'node:test'
import { dueAt, fateOf, nextTry, partsOf, phoneFor, QUIET } from './rules.ts'

const at = (text: string) => new Date(`${text}:00+08:00`)

for (const [what, now, quiet, expected] of [
  ['at noon', '2026-03-02T12:00', QUIET, '2026-03-02T12:00'],
  ['a minute before nine in the evening', '2026-03-02T20:59', QUIET, '2026-03-02T20:59'],
  ['at nine in the evening', '2026-03-02T21:00', QUIET, '2026-03-03T08:00'],
  ['after midnight', '2026-03-03T00:30', QUIET, '2026-03-03T08:00'],
  ['at eight in the morning', '2026-03-03T08:00', QUIET, '2026-03-03T08:00'],
  ['on the last evening of the year', '2026-12-31T23:59', QUIET, '2027-01-01T08:00'],
  [
    'at the noon rest of a county that keeps it',
    '2026-03-02T13:00',
    { from: '12:00', to: '14:30' },
    '2026-03-02T14:30',
  ],
  ['after that rest', '2026-03-02T15:00', { from: '12:00', to: '14:30' }, '2026-03-02T15:00'],
  [
    'at midnight in a county without quiet hours',
    '2026-03-03T00:00',
    { from: '08:00', to: '08:00' },
    '2026-03-03T00:00',
  ],
] as const)
  test(`a message ${what} leaves at ${expected}`, () => {
    assert.equal(dueAt(at(now), quiet).toISOString(), at(expected).toISOString())
  })

const anybody = { isLiving: true, isErased: false, way: 'own', declined: [], hasPhone: true } as const

for (const [who, hearer, kind, hasGateway, status, why] of [
  ['somebody with a mobile', {}, 'gathering', true, 'waiting', null],
  ['somebody without one', { hasPhone: false }, 'gathering', true, 'to_print', 'no_phone'],
  ['who wants paper', { way: 'paper' }, 'gathering', true, 'to_print', 'by_choice'],
  ['anybody of a county without a gateway', {}, 'gathering', false, 'to_print', 'no_gateway'],
  ['who declined the kind', { declined: ['gathering'] }, 'gathering', true, 'withheld', 'declined'],
  ['who declined another kind', { declined: ['bank'] }, 'gathering', true, 'waiting', null],
  ['who declined what must be told', { declined: ['rights'] }, 'rights', true, 'waiting', null],
  [
    'who wants paper and declined the kind',
    { way: 'paper', declined: ['notice'] },
    'notice',
    true,
    'withheld',
    'declined',
  ],
  ['the deceased', { isLiving: false }, 'rights', true, 'withheld', 'not_living'],
  ['who was erased', { isErased: true, isLiving: false }, 'notice', true, 'withheld', 'erased'],
] as const)
  test(`${who}, told of ${kind}: ${status}${why ? `, ${why}` : ''}`, () => {
    const fate = fateOf({ ...anybody, ...hearer }, { kind, hasGateway })
    assert.deepEqual([fate.status, fate.why], [status, why])
    assert.equal(fate.way === 'sms', status === 'waiting')
  })

test('a gateway that does not answer is asked again after 2, 4, 8 and 16 minutes, never in quiet hours, then it is paper', () => {
  const noon = at('2026-03-02T12:00')
  const minutes = [1, 2, 3, 4].map((tries) => ((nextTry(noon, tries, QUIET)?.getTime() ?? 0) - noon.getTime()) / 60_000)
  assert.deepEqual(minutes, [2, 4, 8, 16])
  assert.equal(nextTry(noon, 5, QUIET), null)
  assert.equal(nextTry(at('2026-03-02T20:59'), 1, QUIET)?.toISOString(), at('2026-03-03T08:00').toISOString())
})

test('seventy characters are one text message, seventy-one are two', () => {
  assert.deepEqual(
    [1, 70, 71, 134, 135].map((length) => partsOf('字'.repeat(length))),
    [1, 1, 2, 2, 3],
  )
})

for (const [what, way, phones, expected] of [
  [
    'the own mobile',
    'own',
    [
      ['住宅', '0534-4261234'],
      ['本人', '139 1234 0000'],
    ],
    '13912340000',
  ],
  ['with the country before it', 'own', [['本人', '+86 13912340000']], '13912340000'],
  ['no landline', 'own', [['本人', '0534-4261234']], null],
  ['not the family’s unasked', 'own', [['女', '13912340001']], null],
  [
    'the family’s where asked for',
    'family',
    [
      ['本人', '13912340000'],
      ['女', '13912340001'],
    ],
    '13912340001',
  ],
  ['nobody else’s', 'family', [['其他', '13912340001']], null],
] as const)
  test(`the telephone that is written to is ${what}`, () => {
    const given = phones.map(([label, number]) => ({ label, number }))
    assert.equal(phoneFor(way, given), expected)
  })
