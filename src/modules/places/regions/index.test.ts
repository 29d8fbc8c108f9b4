import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import test from 'node:test'
import { isUnder, placeCode, placeLevel } from '../codes.ts'
import { findRegion, listChildren, listProvinces, type Region, regionYear, searchCounties, subtree } from './index.ts'

const provinces = listProvinces()
const cities = provinces.flatMap((province) => listChildren(province.code.slice(0, 2)))
const counties = cities.flatMap((city) => listChildren(city.code.slice(0, 4)))
const shorts = (regions: Region[]) => regions.map((region) => region.short)

test('the national table of 2023 is complete', () => {
  assert.equal(regionYear, 2023)
  assert.deepEqual([provinces.length, cities.length, counties.length], [31, 342, 2978])
  const levels = new Set([provinces, cities, counties].map((regions) => regions[0]?.level))
  assert.deepEqual([...levels], ['province', 'city', 'county'])
})

test('the whole country fits on a floppy disk and a half', () => {
  const { size } = statSync(new URL(`./regions-${regionYear}.bin`, import.meta.url))
  assert.ok(size < 4.5 * 1024 * 1024, `${size} bytes`)
})

test('every place lies under the place above it, once, in the order of the codes', () => {
  const seen = new Set<string>()
  const total = { street: 0, community: 0 }
  for (const county of counties) {
    let street = ''
    let previous = ''
    for (const { code, level, name, short } of subtree(county.code.slice(0, 6))) {
      assert.ok(level === 'street' || level === 'community')
      const place = placeCode({ region: code })
      const above = level === 'street' ? county.code : street
      assert.equal(placeLevel(place), level)
      assert.ok(isUnder(place, placeCode({ region: above })), `${code} under ${above}`)
      assert.ok(name && short && code > previous && !seen.has(code), code)
      if (level === 'street') street = code
      seen.add(code)
      previous = code
      total[level] += 1
    }
  }
  assert.deepEqual(total, { street: 41_351, community: 620_572 })
})

test('provinces, cities and counties lie under one another', () => {
  for (const city of cities) assert.ok(findRegion(city.code.slice(0, 2)))
  for (const county of counties) {
    const above = findRegion(county.code.slice(0, 4))
    assert.equal(above?.level, 'city')
    assert.ok(isUnder(placeCode({ region: county.code }), placeCode({ region: above.code })))
  }
})

test('余姚 has 326 villages and communities', () => {
  assert.equal(findRegion('330281')?.name, '余姚市')
  assert.equal(subtree('330281').filter((region) => region.level === 'community').length, 326)
})

test('临邑 has its twelve streets and towns', () => {
  const expected = '邢侗街道 恒源街道 临盘街道 临邑镇 临南镇 德平镇 林子镇 兴隆镇 孟寺镇 翟家镇 理合务镇 宿安乡'
  assert.deepEqual(shorts(listChildren('371424')), expected.split(' '))
  assert.equal(subtree('371424').length, 12 + 443)
  assert.deepEqual(shorts(listChildren('371424001')).slice(0, 3), ['广场社区', '瑞恒社区', '鑫兴社区'])
})

test('a place is found by its short code and by its twelve digits', () => {
  for (const [code, level, name] of [
    ['37', 'province', '山东省'],
    ['370000000000', 'province', '山东省'],
    ['3714', 'city', '德州市'],
    ['371400000000', 'city', '德州市'],
    ['371424', 'county', '临邑县'],
    ['371424000000', 'county', '临邑县'],
    ['371424100', 'street', '临邑镇'],
    ['371424100000', 'street', '临邑镇'],
    ['371424001023', 'community', '广场社区居民委员会'],
    ['4419', 'city', '东莞市'],
    ['441900', 'county', '东莞市'],
    ['441900000000', 'county', '东莞市'],
    ['350527000000', 'county', '金门县'],
  ] as const) {
    const region = findRegion(code)
    assert.deepEqual([region?.level, region?.name, region?.code], [level, name, code.padEnd(12, '0')])
  }
})

test('a code that nobody was given finds nothing and has nothing under it', () => {
  for (const code of ['', '99', '9999', '372428', '371424999', '371424001999', '3714240010', '临邑', '000000000000']) {
    assert.equal(findRegion(code), undefined, code)
    assert.deepEqual(listChildren(code), [], code)
    assert.deepEqual(subtree(code), [], code)
  }
  assert.deepEqual(subtree('3714'), [], 'a city is no county')
  assert.deepEqual(listChildren('371424001023'), [])
})

test('walking down by the twelve digits never goes in circles', () => {
  for (const [code, child] of [
    ['440000000000', '440100000000'],
    ['441900000000', '441900003000'],
    ['441900003000', '441900003001'],
  ] as const) {
    const children = listChildren(code).map((region) => region.code)
    assert.ok(children.includes(child) && !children.includes(code), `${code}: ${children.slice(0, 3).join()}`)
  }
})

test('on the first day the county is found by what people type', () => {
  for (const [text, path, name] of [
    ['临邑', '山东省 德州市', '临邑县'],
    ['临邑县', '山东省 德州市', '临邑县'],
    [' 德州  临邑 ', '山东省 德州市', '临邑县'],
    ['山东省德州市临邑县', '山东省 德州市', '临邑县'],
    ['371424', '山东省 德州市', '临邑县'],
    ['371424001023', '山东省 德州市', '临邑县'],
    ['朝阳区', '北京市', '朝阳区'],
    ['东莞', '广东省', '东莞市'],
    ['儋州', '海南省', '儋州市'],
    ['济源', '河南省', '济源市'],
  ] as const) {
    const [best] = searchCounties(text)
    assert.deepEqual([best?.path, best?.name, best?.level], [path, name, 'county'], text)
  }
  const dezhou = searchCounties('德州').map((hit) => hit.name)
  assert.deepEqual(dezhou.slice(0, 2), ['德州天衢新区', '德城区'], 'the name before the address')
  assert.ok(dezhou.includes('临邑县'))
  assert.equal(searchCounties('37').length, 20)
  assert.equal(searchCounties('山东', 200).length, searchCounties('37', 200).length)
  for (const nothing of ['', '  ', '没有的县', '99']) assert.deepEqual(searchCounties(nothing), [])
})
