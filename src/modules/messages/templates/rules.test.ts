import assert from 'node:assert/strict'
import test from 'node:test'
import { faultsOf, filled, placeWord } from './rules.ts'
import { places, shipped, templateOf } from './shipped/index.ts'

const slots = { places: ['name', 'title', 'when'], needs: ['title'] } as const

for (const [what, zh, en, unknown, lacking] of [
  ['a text that says what it must', '{title}取消', '{title} is cancelled', [], []],
  ['one that names what nothing fills in', '{title}取消，{phone}', '{title}', ['phone'], []],
  ['one that forgets it in one language', '{title}取消', 'cancelled', [], ['title']],
  ['one with empty braces', '{title}{}', '{title}', [''], []],
] as const)
  test(`${what}: ${unknown.length + lacking.length ? 'refused' : 'taken'}`, () => {
    assert.deepEqual(faultsOf({ zh, en }, slots), { unknown: [...unknown], lacking: [...lacking] })
  })

test('braces are filled in; what was not given leaves no brace behind', () => {
  assert.equal(filled('{name}同志：{title}在{where}', { name: '王秀英', title: '健步走' }), '王秀英同志：健步走在')
})

test('every shipped template keeps its own rule, and every place has its words', () => {
  for (const code of Object.keys(shipped) as (keyof typeof shipped)[]) // the keys of the record
    assert.deepEqual(faultsOf(shipped[code].text, templateOf(code)), { unknown: [], lacking: [] }, code)
  assert.deepEqual(placeWord('title'), places.title)
  assert.deepEqual(placeWord('shoe'), { zh: 'shoe', en: 'shoe' })
})
