import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withCodes, withNames } from './place-names.ts'

const places = [
  { place: 'name', zh: '姓名', en: 'Name' },
  { place: 'when', zh: '时间', en: 'When' },
]

test('a clerk reads names, and what is saved is what the product fills in', () => {
  const text = { zh: '{name}同志：{when}见。', en: 'Dear {name}: see you {when}.' }
  const shown = withNames(text, places)
  assert.deepEqual(shown, { zh: '【姓名】同志：【时间】见。', en: 'Dear 【Name】: see you 【When】.' })
  assert.deepEqual(withCodes(shown, places), text)
})

test('brackets of any kind and names of either language are understood', () => {
  for (const typed of ['【Name】', '[姓名]', '{name}', '【 姓名 】', '[Name]'])
    assert.equal(withCodes({ zh: typed, en: '' }, places).zh, '{name}', typed)
})

test('a name that nothing fills in goes on as it is, and is refused by its own name', () => {
  assert.equal(withCodes({ zh: '【楼号】', en: '' }, places).zh, '{楼号}')
})

test('plain words in square brackets stay words', () => {
  assert.equal(withCodes({ zh: '请带证件[原件]', en: '' }, places).zh, '请带证件[原件]')
})
