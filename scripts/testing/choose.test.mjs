import assert from 'node:assert/strict'
import test from 'node:test'
import { sampleHouse } from '../gates/sample.mjs'
import { chooseTests } from './choose.mjs'

const HOUSE = {
  'test/cluster.ts': 'export const freshDatabase = 1\n',
  'test/office.ts': "import { freshDatabase } from '#test/cluster.ts'\nexport const office = freshDatabase\n",
  'test/browser/sign-in.test.ts': "import { office } from '../office.ts'\nexport const a = office\n",
  'src/modules/people/service.test.ts': "import { office } from '#test/office.ts'\nexport const a = office\n",
  'src/modules/people/rules.test.ts': "import type { office } from '#test/office.ts'\nexport type A = typeof office\n",
  'src/modules/people/service.ts': '',
  'scripts/gates/files.test.mjs': '',
  'bench/speed.test.ts': '',
}

test('every test file is found; those of the browser are known', (t) => {
  const { files, browser } = chooseTests(sampleHouse(t, HOUSE).root, [])
  const rest = [
    'scripts/gates/files.test.mjs',
    'src/modules/people/rules.test.ts',
    'src/modules/people/service.test.ts',
  ]
  assert.deepEqual(files, [...rest, 'test/browser/sign-in.test.ts'])
  assert.deepEqual(browser, ['test/browser/sign-in.test.ts'])
})

test('only tests that reach a database are repeated on another one', (t) => {
  assert.deepEqual(chooseTests(sampleHouse(t, HOUSE).root, []).onDatabase, ['src/modules/people/service.test.ts'])
})

test('of those, what concerns the whole house is known', (t) => {
  const house = {
    ...HOUSE,
    'test/deaths.test.ts': "import { office } from '#test/office.ts'\nexport const a = office\n",
  }
  assert.deepEqual(chooseTests(sampleHouse(t, house).root, []).ofTheWhole, ['test/deaths.test.ts'])
})

test('a part of the path chooses', (t) => {
  const { root } = sampleHouse(t, HOUSE)
  assert.deepEqual(chooseTests(root, ['gates', 'rules']).files.length, 2)
  assert.deepEqual(chooseTests(root, ['nobody']).files, [])
})
