import assert from 'node:assert/strict'
import test from 'node:test'
import { changedFields, kindOf, lookNote } from './look.ts'

const id = '01980000-0000-7000-8000-000000000001'
const other = '01980000-0000-7000-8000-000000000002'

test('a record is a look whatever was shown of it; a list only where something stood whole', () => {
  const one = { look: true, path: '/people/:id' } as const
  const list = { look: { people: ['items.id'] }, path: '/people' } as const
  const pairs = { look: { people: ['items.first.id', 'items.second.id'], shows: ['row'] }, path: '/pairs' } as const
  const answer = { items: [{ id }, { id: other }, { id }] }
  const table: [Parameters<typeof lookNote>[0], Parameters<typeof lookNote>[1], unknown][] = [
    [{ path: '/people/:id' }, { input: { id }, answer: {}, fields: ['phone'] }, undefined],
    [one, { input: { id }, answer: {}, fields: [] }, { subject: id, detail: { shown: [] } }],
    [one, { input: { id }, answer: {}, fields: ['phone'] }, { subject: id, detail: { shown: ['phone'] } }],
    [list, { input: {}, answer, fields: [] }, undefined],
    [list, { input: {}, answer: { items: [] }, fields: ['phone'] }, undefined],
    [
      list,
      { input: {}, answer, fields: ['phone'] },
      { subject: undefined, detail: { shown: ['phone'], count: 2, people: [id, other] } },
    ],
    [
      pairs,
      { input: {}, answer: { items: [{ first: { id }, second: { id: other } }, { first: null }] }, fields: [] },
      { subject: undefined, detail: { shown: ['row'], count: 2, people: [id, other] } },
    ],
    [
      pairs,
      { input: {}, answer: { items: [] }, fields: [] },
      { subject: undefined, detail: { shown: ['row'], count: 0, people: [] } },
    ],
  ]
  for (const [e, shown, note] of table) assert.deepEqual(lookNote(e, shown), note, JSON.stringify([e, shown.fields]))
})

test('the names of what was sent are told, never its values, and not what stands in the address', () => {
  const path = '/people/:id/sections/:section'
  const table: [input: unknown, names: string[]][] = [
    [
      { id, section: 'health', version: 3, values: { healthNote: '高血压', 身份证: 'x', health: null } },
      ['version', 'healthNote', 'health'],
    ],
    [{ id, name: '王秀英', unit: undefined, bytes: new Uint8Array(3) }, ['name']],
    [undefined, []],
  ]
  for (const [input, names] of table) assert.deepEqual(changedFields({ path }, input), names)
  assert.equal(kindOf({ path }), 'people')
})
