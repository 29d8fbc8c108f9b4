import assert from 'node:assert/strict'
import test from 'node:test'
import { instantOf, isSessionId, touchedPeople } from './rules.ts'

test('a day of the office begins at its midnight and ends with the next; a minute is a minute', () => {
  const table: [moment: string, side: 'from' | 'until', instant: string][] = [
    ['2026-03-02', 'from', '2026-03-01T16:00:00.000Z'],
    ['2026-03-02', 'until', '2026-03-02T16:00:00.000Z'],
    ['2026-03-02T09:30', 'from', '2026-03-02T01:30:00.000Z'],
    ['2026-03-02T09:30', 'until', '2026-03-02T01:31:00.000Z'],
  ]
  for (const [moment, side, instant] of table) assert.equal(instantOf(moment, side).toISOString(), instant, moment)
})

test('the id of a session is told from its hash', () => {
  const table: [text: string, is: boolean][] = [
    ['01980000-0000-7000-8000-000000371424', true],
    ['af3cdf764e3fd84552fabf448640dc76', false],
    ['', false],
  ]
  for (const [text, is] of table) assert.equal(isSessionId(text), is, text)
})

test('whoever was touched several times stands there once, with all that was seen', () => {
  const at = (minute: number) => `2026-03-02T01:0${minute}:00Z`
  assert.deepEqual(touchedPeople([]), [])
  assert.deepEqual(
    touchedPeople([
      { person: 'a', at: at(1), action: 'readPerson', shown: ['phone'] },
      { person: 'b', at: at(2), action: 'readPerson', shown: [] },
      { person: 'a', at: at(3), action: 'people.reveal', shown: ['idNumber', 'phone'] },
    ]),
    [
      {
        id: 'a',
        times: 2,
        firstAt: at(1),
        lastAt: at(3),
        actions: ['readPerson', 'people.reveal'],
        fields: ['idNumber', 'phone'],
      },
      { id: 'b', times: 1, firstAt: at(2), lastAt: at(2), actions: ['readPerson'], fields: [] },
    ],
  )
})
