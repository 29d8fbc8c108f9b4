import assert from 'node:assert/strict'
import test from 'node:test'
import { matchKey } from './match-key.ts'

const compared: [county: string, name: string, key: string][] = [
  ['临邑县', '临邑县财政局', '财政局'],
  ['临邑县', '县财政局', '财政局'],
  ['临邑县', '财政局', '财政局'],
  ['临邑县', '原县财政局', '财政局'],
  ['临邑县', '前临邑县财政局', '财政局'],
  ['临邑县', ' 县 财政局　', '财政局'],
  ['临邑县', '县财政局（已退）', '财政局'],
  ['临邑县', '县财政局(原财税局)', '财政局'],
  ['临邑县', '【离休】县财政局', '财政局'],
  ['临邑县', '县财政局（已', '财政局'],
  ['临邑县', '临邑县临邑镇人民政府', '临邑镇人民政府'],
  ['临邑县', '临邑镇人民政府', '镇人民政府'],
  ['临邑县', '中国人民银行临邑县支行', '中国人民银行临邑县支行'],
  ['临邑县', '县委老干部局', '委老干部局'],
  ['临邑县', '第１中学', '第1中学'],
  ['临邑县', '财政\u200b局\u00a0', '财政局'],
  ['临邑县', '临邑县', '临邑县'],
  ['临邑县', '原', '原'],
  ['临邑县', '（原）', ''],
  ['临邑县', '', ''],
  ['章丘区', '章丘区民政局', '民政局'],
  ['章丘区', '区民政局', '民政局'],
  ['章丘区', '章丘民政局', '民政局'],
  ['高密市', '市水利局', '水利局'],
  ['峨边彝族自治县', '峨边彝族自治县水务局', '水务局'],
]

test('a roster’s spelling and the unit’s name become one text', () => {
  for (const [county, name, key] of compared) assert.equal(matchKey(name, county), key, `${county} ${name}`)
})

test('only one of 原 and 前, and one name of the county, is dropped', () => {
  assert.equal(matchKey('原前进厂', '临邑县'), '前进厂')
  assert.equal(matchKey('临邑县县医院', '临邑县'), '县医院')
})
