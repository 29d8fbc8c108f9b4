import assert from 'node:assert/strict'
import test from 'node:test'
import { dayOf, differences, lastChange } from './rules.ts'

const today = '2026-03-02'
const days: [said: string | undefined, from: string | null, day: string | null][] = [
  [undefined, null, today],
  [undefined, '2026-03-02', today],
  ['2001-01-01', null, '2001-01-01'],
  ['2001-01-01', '2001-01-01', '2001-01-01'],
  ['2001-01-01', '2001-01-02', null],
  ['1949-10-01', null, '1949-10-01'],
  ['1949-09-30', null, null],
  ['2026-03-03', null, null],
]

test('an act lies between the unit’s first day and today', () => {
  for (const [said, from, day] of days) {
    const decide = () => dayOf(said, { from, today })
    if (day) assert.equal(decide(), day)
    else assert.throws(decide, { code: 'units.wrong_day' }, `${said} from ${from}`)
  }
})

test('the clerk who comes second is told who, when and what', () => {
  const at = '2026-03-02T01:05:00.000Z'
  const changed = (...fields: string[]) => ({ fields: Object.fromEntries(fields.map((field) => [field, {}])) })
  const cases: [Parameters<typeof lastChange>[0], { by: string; at: string; zh: string; en: string }][] = [
    [
      [{ kind: 'changed', by: '李强', at, detail: changed('address', 'level') }],
      { by: '李强', at: '2026-03-02 09:05', zh: '地址、级别', en: 'address, level' },
    ],
    [
      [
        { kind: 'renamed', by: '周敏', at, detail: {} },
        { kind: 'changed', by: '李强', at, detail: changed('address') },
        { kind: 'changed', by: '李强', at, detail: changed('address') },
      ],
      { by: '周敏', at: '2026-03-02 09:05', zh: '更名、地址', en: 'renamed, address' },
    ],
    [[{ kind: 'merged', by: null, at, detail: {} }], { by: '系统', at: '2026-03-02 09:05', zh: '合并', en: 'merged' }],
    [
      [{ kind: 'changed', by: '李强', at, detail: changed('unheard') }],
      { by: '李强', at: '2026-03-02 09:05', zh: '修改资料', en: 'changed' },
    ],
  ]
  for (const [events, { by, at: when, zh, en }] of cases)
    assert.deepEqual(lastChange(events), { by, at: when, what: { zh, en } })
})

test('only what differs is kept, with what it was', () => {
  assert.deepEqual(differences({ a: 1, b: 'x' }, { a: 1, b: 'x' }), {})
  assert.deepEqual(differences<Record<string, unknown>>({ a: 1, b: null }, { a: 2, b: 'y' }), {
    a: { from: 1, to: 2 },
    b: { from: null, to: 'y' },
  })
})
