import assert from 'node:assert/strict'
import test from 'node:test'
import { sampleHouse } from './sample.mjs'
import { words } from './words.mjs'

const GLOSSARY = '| 人员 | `person`, `people` |\n| 活动场地 | `venue` |\n'
const HOUSE = {
  'docs/words.md': GLOSSARY,
  'src/modules/people/index.ts': '',
  'migrations/0001_people.sql': 'create table person (\n  id uuid\n);\n',
}
const judge = (t, files) => words(sampleHouse(t, { ...HOUSE, ...files })).failures

test('rooms and tables whose names the glossary knows pass, in one or many', (t) => {
  assert.deepEqual(judge(t, { 'migrations/0002_places.sql': 'create table if not exists venues (id uuid);\n' }), [])
})

test('a table with a second word for something is seen', (t) => {
  const failures = judge(t, { 'migrations/0002_a.sql': '\ncreate table individual (id uuid);\n' })
  assert.deepEqual(failures, ['migrations/0002_a.sql:2 “individual” is not in docs/words.md'])
})

test('a compound of known words passes, one with an unknown part does not', (t) => {
  const failures = judge(t, {
    'migrations/0002_a.sql': 'create table person_venue (\n);\ncreate table person_thing (\n);\n',
  })
  assert.deepEqual(failures, ['migrations/0002_a.sql:3 “person_thing” is not in docs/words.md'])
})

test('the platform’s own tables are not nouns of the trade', (t) => {
  assert.deepEqual(judge(t, { 'migrations/0001_platform.sql': 'create table outbox (id uuid);\n' }), [])
})

test('a room the glossary does not know is seen', (t) => {
  assert.deepEqual(judge(t, { 'src/modules/care/index.ts': '' }), ['src/modules/care:1 “care” is not in docs/words.md'])
})

test('before the glossary is written nothing is judged', (t) => {
  const { 'docs/words.md': _none, ...files } = HOUSE
  assert.deepEqual(words(sampleHouse(t, files)).failures, [])
})
