import assert from 'node:assert/strict'
import test from 'node:test'
import { type RegionLevel, shortName } from './short-name.ts'

const spoken: [RegionLevel, string, string][] = [
  ['province', '山东省', '山东'],
  ['province', '北京市', '北京'],
  ['province', '内蒙古自治区', '内蒙古'],
  ['province', '广西壮族自治区', '广西'],
  ['province', '新疆维吾尔自治区', '新疆'],
  ['city', '德州市', '德州市'],
  ['county', '临邑县', '临邑县'],
  ['street', '邢侗街道', '邢侗街道'],
  ['street', '邢侗街道办事处', '邢侗街道'],
  ['street', '临邑镇', '临邑镇'],
  ['street', '临邑镇人民政府', '临邑镇'],
  ['street', '宿安乡', '宿安乡'],
  ['street', '石溪办事处', '石溪办事处'],
  ['community', '广场社区居委会', '广场社区'],
  ['community', '广场社区居民委员会', '广场社区'],
  ['community', '贾寨社区管理委员会', '贾寨社区'],
  ['community', '滨河社区居民委员', '滨河社区'],
  ['community', '双河社区居委员', '双河社区'],
  ['community', '万达社区委员会', '万达社区'],
  ['community', '朝阳社区', '朝阳社区'],
  ['community', '辛庄村村民委员会', '辛庄村'],
  ['community', '辛庄村委会', '辛庄村'],
  ['community', '洛源新村村民委员会', '洛源新村'],
  ['community', '新村村委会', '新村'],
  ['community', '东方新居村民委员会', '东方新居'],
  ['community', '新居村委会', '新居村'],
  ['community', '高庄村村民委会', '高庄村'],
  ['community', '新建村委', '新建村'],
  ['community', '杨甘固村委员会', '杨甘固村'],
  ['community', '巴彦芒哈嘎查委员会', '巴彦芒哈嘎查'],
  ['community', '峨堡村牧民委员会', '峨堡村'],
  ['community', '巴音牧委会', '巴音牧委会'],
  ['community', '东关居民委员会', '东关居委会'],
  ['community', '东关居委会', '东关居委会'],
  ['community', '物资村居委会', '物资村'],
  ['community', '南关街街道委员会', '南关街街道'],
  ['community', '村委会', '村委会'],
  ['community', '某农场生活区', '某农场生活区'],
]

test('places are called what people call them', () => {
  for (const [level, name, short] of spoken) assert.equal(shortName(name, level), short, name)
})

test('a short name is not shortened again', () => {
  for (const [level, , short] of spoken) assert.equal(shortName(short, level), short)
})
