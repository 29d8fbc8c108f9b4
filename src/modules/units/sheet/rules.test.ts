import assert from 'node:assert/strict'
import test from 'node:test'
import { type KnownUnit, planUnits, readCells } from './rules.ts'
import type { WrittenUnit } from './written/index.ts'

function aRow(cells: Partial<WrittenUnit> = {}): WrittenUnit {
  const empty = { code: '', kind: '', nature: '', status: '', successor: '', creditCode: '', address: '' }
  return { row: 1, name: '临邑县酒厂', short: [], former: [], vertical: false, ...empty, ...cells }
}

const cells: [
  Partial<WrittenUnit>,
  string | { kind?: string; nature?: string | null; isClosed?: boolean; creditCode?: string | null },
][] = [
  [{}, { kind: 'employer', nature: null, isClosed: false, creditCode: null }],
  [
    { kind: '医疗机构', nature: '事业' },
    { kind: 'hospital', nature: 'institution' },
  ],
  [
    { kind: 'school', nature: '事业单位' },
    { kind: 'school', nature: 'institution' },
  ],
  [{ nature: '行政机关' }, { nature: 'organ' }],
  [{ nature: '企业' }, { nature: 'enterprise' }],
  [{ status: '在册' }, { isClosed: false }],
  [{ status: '已撤销' }, { isClosed: true }],
  [{ status: '注销' }, { isClosed: true }],
  [{ creditCode: '91330100799655058b' }, { creditCode: '91330100799655058B' }],
  [{ name: '' }, 'no_name'],
  [{ name: '厂' }, 'bad_name'],
  [{ name: '厂'.repeat(101) }, 'bad_name'],
  [{ short: ['厂'.repeat(101)] }, 'bad_name'],
  [{ kind: '神秘机构' }, 'bad_kind'],
  [{ nature: '国企' }, 'bad_nature'],
  [{ status: '不详' }, 'bad_status'],
  [{ creditCode: '123' }, 'bad_credit_code'],
]

test('cells are read as offices write them, or refused with a reason', () => {
  for (const [written, expected] of cells) {
    const read = readCells(aRow(written))
    if (typeof expected === 'string') assert.equal(read, expected, JSON.stringify(written))
    else assert.partialDeepStrictEqual(read, expected, JSON.stringify(written))
  }
})

const known: KnownUnit[] = [
  { id: 'k1', code: 'U1', name: '临邑县商务局', creditCode: '91330100799655058B', keys: new Set(['商务局', '商业局']) },
]
const keyed = (name: string) => name.replace(/^临邑县|^县/, '')

const plans: [what: string, rows: Partial<WrittenUnit>[], verdicts: string[]][] = [
  ['a new unit', [{}], ['new']],
  ['a unit that is known by its name', [{ name: '临邑县商务局', code: 'U1' }], ['existing']],
  ['a known unit under another number', [{ name: '临邑县商务局', code: 'U9' }], ['existing']],
  ['another unit’s number', [{ code: 'U1' }], ['refused code_taken']],
  ['another unit’s credit code', [{ creditCode: '91330100799655058B' }], ['refused credit_code_taken']],
  ['one unit twice', [{}, {}], ['new', 'refused repeated']],
  ['one number twice', [{ code: 'U2' }, { name: '临邑县糖厂', code: 'U2' }], ['new', 'refused code_taken']],
  ['a successor further down', [{ successor: '临邑县糖厂' }, { name: '临邑县糖厂' }], ['new', 'new']],
  ['a successor that is known', [{ successor: '临邑县商务局' }], ['new']],
  ['a successor nobody knows', [{ successor: '临邑县轻工局' }], ['refused unknown_successor']],
  ['its own successor', [{ successor: '临邑县酒厂' }], ['refused unknown_successor']],
  ['a spelling that means another unit', [{ former: ['县商业局'] }], ['new name_shared']],
  ['a refused row before a good one', [{ code: 'U1' }, { code: 'U3' }], ['refused code_taken', 'new']],
]

test('a file of units is planned row by row', () => {
  for (const [what, rows, verdicts] of plans) {
    const plan = planUnits(
      rows.map((row, index) => aRow({ ...row, row: index + 1 })),
      known,
      keyed,
    )
    assert.deepEqual(
      plan.map(({ verdict, reasons }) => [verdict, ...reasons].join(' ')),
      verdicts,
      what,
    )
  }
})

test('a known unit gains only the spellings it lacks', () => {
  const [plan] = planUnits(
    [aRow({ name: '临邑县商务局', short: ['县商务局', '商贸局'], former: ['商业局'] })],
    known,
    keyed,
  )
  assert.deepEqual([plan?.adds, plan?.known?.id], [['商贸局'], 'k1'])
})
