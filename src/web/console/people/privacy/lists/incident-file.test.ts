import assert from 'node:assert/strict'
import test from 'node:test'
import { readIncidentFile } from './incident-file.ts'

const [one, two] = ['01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000002']
const [early, late] = ['2026-03-02T01:00:00Z', '2026-03-02T03:00:00Z']

test('a list of people is read with fields, times and the window they make', () => {
  const people = [
    { personId: one, fields: ['idNumber'], firstAt: early, lastAt: late, times: 3 },
    { personId: two, fields: [], firstAt: early, lastAt: early, times: 1 },
  ]
  assert.deepEqual(readIncidentFile(JSON.stringify({ people })), { people, from: early, until: late })
})

test('a line each, with several looks at one person, becomes one', () => {
  const lines = [
    { at: early, subject: one, fields: ['idNumber'] },
    { at: late, subject: one, fields: ['phones', 'idNumber'] },
  ]
  const read = readIncidentFile(lines.map((line) => JSON.stringify(line)).join('\n'))
  assert.deepEqual(read?.people, [
    { personId: one, fields: ['idNumber', 'phones'], firstAt: early, lastAt: late, times: 2 },
  ])
})

test('a look at a list gives each of its people the time and the fields of the look', () => {
  const read = readIncidentFile(JSON.stringify([{ at: early, shown: ['pi'], people: [one, two] }]))
  assert.deepEqual(
    read?.people.map(({ personId, fields, firstAt }) => [personId, fields, firstAt]),
    [
      [one, ['pi'], early],
      [two, ['pi'], early],
    ],
  )
})

test('a file without a person in it is none', () => {
  for (const text of ['', 'nonsense', '{}', '[1, 2]', JSON.stringify({ people: ['王秀英'] })])
    assert.equal(readIncidentFile(text), null, text)
})

test('the lines that the audit page exports are read as they are', () => {
  const words = { zh: '查看', en: 'Read' }
  const line = (id: string) => ({
    id,
    times: 2,
    firstAt: early,
    lastAt: late,
    actions: [{ action: 'readPerson', what: words }],
    fields: ['phones.number'],
  })
  const read = readIncidentFile([one, two].map((id) => `${JSON.stringify(line(id))}\n`).join(''))
  assert.deepEqual(
    read?.people.map(({ personId, fields, times }) => [personId, fields, times]),
    [
      [one, ['phones.number'], 2],
      [two, ['phones.number'], 2],
    ],
  )
})
