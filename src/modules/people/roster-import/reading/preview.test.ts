import assert from 'node:assert/strict'
import test from 'node:test'
import { previewFiles } from './preview.ts'
import { county, idNumber } from './samples/county.ts'
import { AS_OF } from './samples/read-rows.ts'
import { workbookOf } from './samples/workbook-of.ts'

const HEADER = ['姓名', '性别', '身份证号']
const LI = ['李明', '男', idNumber('19490915')]
const file = (path: string, rows: string[][]) => ({ path, bytes: workbookOf({ sheets: [{ name: '名册', rows }] }) })

test('a preview has one object a row, with the file’s base name and without what is empty', async () => {
  const { rows, refused } = await previewFiles([file('/somewhere/名册.xlsx', [HEADER, LI])], {
    asOf: AS_OF,
    directory: county,
  })
  assert.deepEqual(refused, [])
  assert.deepEqual(rows, [
    { file: '名册.xlsx', sheet: '名册', row: 1, class: 'not-a-person', why: 'header' },
    {
      file: '名册.xlsx',
      sheet: '名册',
      row: 2,
      class: 'ok',
      record: {
        name: '李明',
        id_status: 'valid',
        id: idNumber('19490915'),
        gender: '1',
        birth: '1949-09-15',
        birth_precision: 'day',
      },
    },
  ])
})

test('each file is judged alone', async () => {
  const { rows } = await previewFiles([file('a.xlsx', [HEADER, LI]), file('b.xlsx', [HEADER, LI])], {
    asOf: AS_OF,
    directory: county,
  })
  assert.deepEqual(
    rows.filter((row) => row.row === 2).map((row) => [row.file, row.class]),
    [
      ['a.xlsx', 'ok'],
      ['b.xlsx', 'ok'],
    ],
  )
})

test('a refused file does not stop the others', async () => {
  const { rows, refused } = await previewFiles(
    [{ path: 'x/empty.xlsx', bytes: new Uint8Array() }, file('b.xlsx', [HEADER, LI])],
    { asOf: AS_OF, directory: county },
  )
  assert.deepEqual(
    refused.map((one) => [one.file, one.code]),
    [['empty.xlsx', 'FILE_EMPTY']],
  )
  assert.equal(rows.length, 2)
})
