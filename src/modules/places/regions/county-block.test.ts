import assert from 'node:assert/strict'
import test from 'node:test'
import { packCounty, unpackCounty } from './county-block.ts'

const rows = [
  { code: '371424001', name: '邢侗街道' },
  { code: '371424001023', name: '广场社区居民委员会' },
  { code: '371424001024', name: '瑞恒社区居民委员会' },
  { code: '371424001321', name: '洛源新村村民委员会' },
  { code: '371424100', name: '临邑镇' },
  { code: '371424100001', name: '城关社区居委会' },
  { code: '371424202', name: '无村乡' },
]

test('a county comes out of its block as it went in', () => {
  assert.deepEqual(unpackCounty('371424', packCounty(rows)), rows)
})

test('communities numbered one after another cost nothing but their names', () => {
  assert.equal(packCounty(rows.slice(0, 3)).split('\0')[1], 's001\n23\n')
})
