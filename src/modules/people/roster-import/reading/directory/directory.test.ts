import assert from 'node:assert/strict'
import test from 'node:test'
import { county } from '../samples/county.ts'
import { directoryFrom } from './directory.ts'
import { lookUps } from './look-ups.ts'

const { units, places, comparable } = lookUps(county)

function unit(text: string): string {
  const match = units.find(text)
  return match.is === 'one' ? match.unit.name : match.is
}

test('a unit is found by any of its names, without county, brackets or 原', () => {
  const spellings: [string, string][] = [
    ['青河县教育局', '青河县教育局'],
    ['县教育局', '青河县教育局'],
    ['教育局', '青河县教育局'],
    ['青河教育局', '青河县教育局'],
    ['原教委', '青河县教育局'],
    ['原县教育委员会', '青河县教育局'],
    ['前教育局', '青河县教育局'],
    ['教育局（已合并）', '青河县教育局'],
    ['青河县教育局(垂管)', '青河县教育局'],
    ['教 育 局', '青河县教育局'],
    ['\ufeff教育局\u200b', '青河县教育局'],
    ['纺织厂', '青河县棉纺织厂'],
    ['青河县棉纺织厂（已破产）', '青河县棉纺织厂'],
    ['一中', '青河县第一中学'],
    ['联社', 'many'],
    ['县联社', 'many'],
    ['信用联社', '青河县信用联社'],
    ['县支左办公室', 'none'],
    ['县', 'none'],
  ]
  for (const [text, expected] of spellings) assert.equal(unit(text), expected, text)
})

test('in 单位及职务 the longest beginning that is known is the unit', () => {
  const cells: [string, string, string][] = [
    ['县教育局局长', '青河县教育局', '局长'],
    ['原县教育局副主任科员', '青河县教育局', '副主任科员'],
    ['县人大主任', '青河县人大常委会办公室', '主任'],
    ['县人大办主任', '青河县人大常委会办公室', '主任'],
    ['县人大办事员', '青河县人大常委会办公室', '办事员'],
    ['县棉纺厂（已破产）厂长', '青河县棉纺织厂', '厂长'],
    ['联社主任', 'many', '主任'],
    ['外地水泵厂厂长', 'none', ''],
  ]
  for (const [text, expected, post] of cells) {
    const { match, rest } = units.findAtStart(text)
    assert.deepEqual([match.is === 'one' ? match.unit.name : match.is, rest], [expected, post], text)
  }
})

test('a community gives street and code where its name occurs once', () => {
  const found = { street: '东关街道', community: '槐树社区', community_code: '379900001001' }
  assert.deepEqual(places.find(['槐树社区', ''], ''), found)
  assert.deepEqual(places.find(['', '东关街道槐树社区文化小区3号楼'], ''), found)
  assert.deepEqual(places.find(['', '槐树社区居委会3号楼'], ''), found)
})

test('a name that occurs twice needs its street', () => {
  assert.deepEqual(places.find(['王家村', ''], ''), { community: '王家村' })
  assert.deepEqual(places.find(['', '柳林镇王家村'], ''), {
    street: '柳林镇',
    community: '王家村',
    community_code: '379900100001',
  })
  assert.deepEqual(places.find(['王家村', ''], '东关街道'), {
    street: '东关街道',
    community: '王家村',
    community_code: '379900001002',
  })
  assert.deepEqual(places.find(['王家村', ''], '柳林'), {
    street: '柳林镇',
    community: '王家村',
    community_code: '379900100001',
  })
})

test('the longest name wins', () => {
  assert.equal(places.find(['', '东关街道大王家村'], '').community, '大王家村')
})

test('estates give no community, old names give the street', () => {
  assert.deepEqual(places.find(['', '文化小区3号楼2单元'], ''), {})
  assert.deepEqual(places.find(['', '城关镇东街供销社宿舍'], ''), { street: '东关街道' })
  assert.deepEqual(places.find(['', '柳林镇粮所家属院'], ''), { street: '柳林镇' })
  assert.deepEqual(places.find(['', '北京市海淀区'], ''), {})
})

test('names written with old characters are the same names', () => {
  assert.equal(comparable('郭國林'), comparable('郭国林'))
  assert.equal(comparable('阎峯'), comparable('闫峰'))
  assert.notEqual(comparable('李育莲'), comparable('李玉莲'))
})

test('a bureau adds its own variants', () => {
  const own = lookUps(directoryFrom({ nameVariants: { 邱: '丘' } }))
  assert.equal(own.comparable('邱國'), '丘国')
})

test('without places the county is known from its units’ names', () => {
  const alone = lookUps(directoryFrom({ units: county.units }))
  assert.equal(alone.units.find('县教育局').is, 'one')
  assert.equal(alone.units.find('青河教育局').is, 'one')
})

test('an empty directory knows nothing', () => {
  const empty = lookUps(directoryFrom({}))
  assert.equal(empty.units.find('教育局').is, 'none')
  assert.deepEqual(empty.places.find(['槐树社区'], ''), {})
})

test('a directory survives the way into a worker thread', () => {
  assert.deepEqual(structuredClone(county), county)
})
