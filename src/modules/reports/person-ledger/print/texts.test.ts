import assert from 'node:assert/strict'
import test from 'node:test'
import type { Entry } from '../contract.ts'
import { columnsOn } from './columns.ts'
import { texts } from './texts.ts'

const nobody: Entry = {
  id: '01980000-0000-7000-8000-000000000000',
  no: 1,
  name: '王德山',
  gender: null,
  birthOn: null,
  age: null,
  kind: null,
  political: null,
  partyJoinedOn: null,
  education: null,
  unit: null,
  post: null,
  rank: null,
  rankTreatment: null,
  workStartedOn: null,
  retiredOn: null,
  street: null,
  community: null,
  phone: null,
  livingFlags: [],
  health: null,
  remark: null,
}

test('what is not known is left empty, in both languages', () => {
  for (const lang of ['zh', 'en'] as const)
    for (const { key } of columnsOn('A3', lang)) {
      const expected =
        new Map([
          ['no', '1'],
          ['name', '王德山'],
        ]).get(key) ?? ''
      assert.equal(texts[key](nobody, lang), expected, key)
    }
})

const CASES = [
  ['gender', { gender: '2' }, '女', 'F'],
  ['kind', { kind: 'lixiu' }, '离休', 'lixiu'],
  ['birthOn', { birthOn: '1931~' }, '约1931', 'about 1931'],
  ['political', { political: '01' }, '中共党员', 'CPC member'],
  ['rank', { rank: '132' }, '县处级副职', 'County, deputy'],
  ['rankTreatment', { rankTreatment: '199' }, '未定级', 'No level determined'],
  [
    'living',
    { livingFlags: ['lives_alone', 'advanced_age', 'dependent'] },
    '独居、失能',
    'Lives alone, Cannot care for themselves',
  ],
  ['community', { street: '邢侗街道' }, '邢侗街道', '邢侗街道'],
  ['community', { street: '邢侗街道', community: '广场社区' }, '广场社区', '广场社区'],
  ['health', { health: '31' }, '心血管病', 'Cardiovascular disease'],
] as const

for (const [key, known, zh, en] of CASES)
  test(`the column ${key} says ${zh}`, () => {
    const entry: Entry = { ...nobody, ...known, livingFlags: 'livingFlags' in known ? [...known.livingFlags] : [] }
    assert.deepEqual([texts[key](entry, 'zh'), texts[key](entry, 'en')], [zh, en])
  })
