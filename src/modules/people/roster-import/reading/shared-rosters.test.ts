import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { type DirectorySource, directoryFrom } from './directory/directory.ts'
import { previewFiles } from './preview.ts'

/** The sample rosters stand beside the repository, not in it. */
const FOLDER = join(import.meta.dirname, '../../../../../../shared/data/rosters')
const FILES = ['county-2013.xlsx', 'units-2013.xlsx', 'street-gbk.csv', 'messy.xlsx', 'community-old-format.xls']

type Expected = {
  sheet: string
  row: number
  person?: number
  class: string
  reasons?: string[]
  record?: Record<string, unknown>
}

const json = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))

const keyOf = (row: { sheet: string; row: number; person?: number }) => `${row.sheet}|${row.row}|${row.person ?? 1}`

for (const name of FILES) {
  const skip = existsSync(join(FOLDER, name)) ? false : 'the sample rosters are not beside this clone'
  test(`every row of ${name} is read as a careful reader reads it`, { skip }, async () => {
    const lists = { units: json('units.json'), places: json('places.json') }
    const directory = directoryFrom(lists as DirectorySource) // the two lists have the form of the source
    const files = [{ path: name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }]
    const { rows, refused } = await previewFiles(files, { asOf: '2013-06-30', directory })
    assert.deepEqual(refused, [])
    const read = new Map(rows.map((row) => [keyOf(row), row]))
    const answers = json(`${name.replace(/\.\w+$/, '')}.expected.json`) as { rows: Expected[] } // as the README of the rosters says
    for (const expected of answers.rows) {
      const row = read.get(keyOf(expected))
      assert.equal(row?.class ?? 'not-a-person', expected.class, keyOf(expected))
      assert.deepEqual([...(row?.reasons ?? [])].sort(), [...(expected.reasons ?? [])].sort(), keyOf(expected))
      const { id_text: _, ...known } = expected.record ?? {}
      for (const [field, value] of Object.entries(known)) {
        const found = row?.record?.[field as keyof typeof row.record] // fields of the record
        assert.deepEqual(sorted(found), sorted(value), `${keyOf(expected)} ${field}`)
      }
    }
  })
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value
}
