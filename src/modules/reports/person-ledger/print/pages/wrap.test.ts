import assert from 'node:assert/strict'
import test from 'node:test'
import { textWidth, wrap } from './wrap.ts'

for (const [text, ems, lines] of [
  ['', 5, ['']],
  ['校长', 5, ['校长']],
  ['国家税务总局临邑县税务局', 12, ['国家税务总局临邑县税务局']],
  ['国家税务总局临邑县税务局', 5, ['国家税务总', '局临邑县税', '务局']],
  ['1951-03-02', 6, ['1951-03-02']],
  ['与子女同住、高龄', 5, ['与子女同', '住、高龄']],
  ['Township level, deputy', 6, ['Township', 'level,', 'deputy']],
  ['13912345678', 3, ['13912', '34567', '8']],
] as const)
  test(`“${text}” in ${ems} ems is ${lines.length} lines`, () => assert.deepEqual(wrap(text, ems), lines))

test('no line is wider than its column, whatever is written', () => {
  const texts = [
    '王德山（原名：王小山），2019 年迁居济南 Jinan',
    '（（（（（（',
    '、。、。、。',
    'WWWWWWWW MMMM',
    '电话0534-1234567-802转总机',
  ]
  for (const text of texts)
    for (const ems of [3, 4.5, 7])
      for (const line of wrap(text, ems)) assert.ok(textWidth(line) <= ems, `“${line}” in ${ems}`)
})

test('a very long remark ends in an ellipsis', () => {
  const lines = wrap('长期卧床由保姆照料'.repeat(20), 5, 3)
  assert.equal(lines.length, 3)
  assert.ok(lines[2]?.endsWith('…'))
})
