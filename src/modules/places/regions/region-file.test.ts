import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readCounty, readRegionIndex, writeRegionFile } from './region-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'regions-'))
after(() => rmSync(folder, { recursive: true }))

const upper = [
  { code: '37', name: '山东省' },
  { code: '3714', name: '德州市' },
  { code: '371424', name: '临邑县' },
  { code: '371425', name: '齐河县' },
]
const linyi = [
  { code: '371424001', name: '邢侗街道' },
  { code: '371424001023', name: '广场社区居民委员会' },
]
const qihe = [{ code: '371425100', name: '某镇' }]
const table = { year: 2023, upper, counties: new Map(Object.entries({ 371425: qihe, 371424: linyi })) }

test('each county is read alone out of the file', () => {
  const path = join(folder, 'small.bin')
  writeFileSync(path, writeRegionFile(table))
  const index = readRegionIndex(path)
  assert.equal(index.year, 2023)
  assert.deepEqual([...index.upper.keys()], ['37', '3714', '371424', '371425'])
  for (const [code, rows] of table.counties) {
    const county = index.upper.get(code)
    assert.ok(county)
    assert.deepEqual(readCounty(path, county), rows)
  }
})

test('a file that is something else, or is cut short, is said to be so', () => {
  const path = join(folder, 'other.bin')
  writeFileSync(path, 'PK\u0003\u0004 some spreadsheet')
  assert.throws(() => readRegionIndex(path), /not a region table/)
  writeFileSync(path, writeRegionFile(table).subarray(0, -1))
  const last = readRegionIndex(path).upper.get('371425')
  assert.ok(last)
  assert.throws(() => readCounty(path, last), /cut short/)
})
