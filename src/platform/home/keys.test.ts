import assert from 'node:assert/strict'
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { openHome, readOrCreateKeys } from '#platform/home.ts'
import { runProgram, trialHome } from '#test/trial-home.ts'

async function homeWithFolders(t: TestContext): Promise<string> {
  const home = await openHome({ SANGYU_HOME: trialHome(t) })
  home.release()
  return home.path
}

test('a home gets two different keys of 32 bytes, and keeps them', async (t) => {
  const path = await homeWithFolders(t)
  const keys = readOrCreateKeys(path)
  assert.deepEqual([keys.id, keys.data.length, keys.index.length], [1, 32, 32])
  assert.notDeepEqual(keys.data, keys.index)
  assert.deepEqual(readOrCreateKeys(path), keys)
  assert.deepEqual(readdirSync(join(path, 'keys')), ['keys.json'])
})

test('only the owner can read the keys, even after someone opened them up', async (t) => {
  const path = await homeWithFolders(t)
  readOrCreateKeys(path)
  const file = join(path, 'keys', 'keys.json')
  chmodSync(file, 0o644)
  readOrCreateKeys(path)
  assert.equal((statSync(file).mode & 0o777).toString(8), '600')
})

test('processes that make the keys at the same moment agree on one set', async (t) => {
  const path = await homeWithFolders(t)
  const code = `import { readOrCreateKeys } from '#platform/home.ts'
    console.log(readOrCreateKeys(process.argv[1]).fingerprint)`
  const seen = await Promise.all(Array.from({ length: 4 }, () => runProgram(code, path)))
  assert.equal(new Set(seen).size, 1)
  assert.equal(seen[0], readOrCreateKeys(path).fingerprint)
})

test('two homes never share keys', async (t) => {
  const [one, other] = [await homeWithFolders(t), await homeWithFolders(t)]
  assert.notEqual(readOrCreateKeys(one).fingerprint, readOrCreateKeys(other).fingerprint)
})

for (const [what, spoil] of [
  ['cut short', (text: string) => text.slice(0, 40)],
  ['emptied', () => ''],
  ['edited', (text: string) => text.replace(/"data": "(.)/, (_, first) => `"data": "${first === 'A' ? 'B' : 'A'}`)],
  ['emptied of its index key', (text: string) => text.replace(/"index": "[^"]*"/, '"index": ""')],
] as const) {
  test(`a key file that was ${what} is refused and never replaced`, async (t) => {
    const path = await homeWithFolders(t)
    readOrCreateKeys(path)
    const file = join(path, 'keys', 'keys.json')
    const spoiled = spoil(readFileSync(file, 'utf8'))
    writeFileSync(file, spoiled)
    assert.throws(() => readOrCreateKeys(path), { code: 'home.keys_damaged' })
    assert.equal(readFileSync(file, 'utf8'), spoiled)
  })
}
