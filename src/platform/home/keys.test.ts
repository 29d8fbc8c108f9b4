import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { vault } from '#platform/crypto/index.ts'
import { newMaster, softwareProvider } from '#platform/crypto/provider.ts'
import { openHome, openKeys } from '#platform/home.ts'
import { runProgram, trialHome } from '#test/trial-home.ts'

async function homeWithFolders(t: TestContext): Promise<string> {
  const home = await openHome({ SANGYU_HOME: trialHome(t) })
  home.release()
  return home.path
}

const materials = (keys: Awaited<ReturnType<typeof openKeys>>) =>
  keys.ring.keys.map((key) => key.material.toString('hex'))
const fileOf = (path: string, name = 'keys.json') => join(path, 'keys', name)

test('a home gets two different keys of 32 bytes, and keeps them', async (t) => {
  const path = await homeWithFolders(t)
  const keys = await openKeys(path)
  assert.deepEqual(
    keys.ring.keys.map((key) => [key.purpose, key.id, key.algorithm, key.material.length]),
    [
      ['data', 1, 'sm4-gcm', 32],
      ['index', 1, 'hmac-sm3', 32],
    ],
  )
  assert.equal(new Set(materials(keys)).size, 2)
  assert.deepEqual(materials(await openKeys(path)), materials(keys))
  assert.deepEqual(readdirSync(join(path, 'keys')).sort(), ['keys.json', 'master.key'])
})

test('no key lies in clear beside the data, and the master lies in a file of its own', async (t) => {
  const path = await homeWithFolders(t)
  const keys = await openKeys(path)
  const text = readFileSync(fileOf(path), 'utf8')
  for (const { material } of keys.ring.keys)
    for (const written of [material.toString('base64'), material.toString('hex')]) assert.ok(!text.includes(written))
})

test('a site that asks for AES gets it for its new keys', async (t) => {
  const keys = await openKeys(await homeWithFolders(t), { profile: 'aes' })
  assert.deepEqual(
    keys.ring.keys.map((key) => key.algorithm),
    ['aes-256-gcm', 'hmac-sha256'],
  )
})

test('only the owner can read the keys, even after someone opened them up', async (t) => {
  const path = await homeWithFolders(t)
  await openKeys(path)
  for (const name of ['keys.json', 'master.key']) chmodSync(fileOf(path, name), 0o644)
  await openKeys(path)
  for (const name of ['keys.json', 'master.key'])
    assert.equal((statSync(fileOf(path, name)).mode & 0o777).toString(8), '600', name)
})

test('processes that make the keys at the same moment agree on one set', async (t) => {
  const path = await homeWithFolders(t)
  const code = `import { openKeys } from '#platform/home.ts'
    console.log((await openKeys(process.argv[1])).ring.keys.map((key) => key.fingerprint).join())`
  const seen = await Promise.all(Array.from({ length: 4 }, () => runProgram(code, path)))
  assert.equal(new Set(seen).size, 1)
})

test('two homes never share keys', async (t) => {
  const [one, other] = [await openKeys(await homeWithFolders(t)), await openKeys(await homeWithFolders(t))]
  assert.equal(new Set([...materials(one), ...materials(other)]).size, 4)
})

test('keys that lay in clear are wrapped at the next opening, and open what they sealed', async (t) => {
  const path = await homeWithFolders(t)
  const [data, index] = [Buffer.alloc(32, 5), Buffer.alloc(32, 6)]
  const fingerprint = createHash('sha256').update('sangyu keys').update(data).update(index).digest('hex').slice(0, 16)
  const written = { id: 1, data: data.toString('base64'), index: index.toString('base64'), fingerprint }
  writeFileSync(fileOf(path), JSON.stringify(written))
  const sealed = vault({ id: 1, data, index, profile: 'sm4' })
  const now = vault((await openKeys(path)).ring)
  assert.equal(now.open(sealed.seal('13912345678')), '13912345678')
  assert.deepEqual(now.index('phone', '1'), sealed.index('phone', '1'))
  assert.ok(!readFileSync(fileOf(path), 'utf8').includes(written.data))
})

test('a new key seals at once, the old one still opens, and after its end only its history is left', async (t) => {
  const path = await homeWithFolders(t)
  const keys = await openKeys(path)
  const safe = vault(keys.ring)
  const before = safe.seal('13912345678')
  const [old] = keys.ring.keys
  await keys.add({ purpose: 'data', profile: 'aes' }, new Date('2026-03-02T01:00:00Z'))
  assert.equal(safe.seal('1')[1], 2)
  assert.equal(safe.open(before), '13912345678')
  const again = vault((await openKeys(path)).ring)
  assert.equal(again.open(before), '13912345678')
  const [rotated] = keys.ring.keys
  assert.ok(old && rotated?.rotatedAt)
  await keys.end(rotated, { state: 'destroyed', note: 'nothing uses it' }, new Date('2026-03-02T02:00:00Z'))
  assert.throws(() => safe.open(before), /does not hold/)
  const [gone] = (await openKeys(path)).ring.keys
  assert.deepEqual([gone?.state, gone?.material.length, gone?.note], ['destroyed', 0, 'nothing uses it'])
})

test('a home is opened by the provider that closed it, and by no other', async (t) => {
  const path = await homeWithFolders(t)
  await openKeys(path)
  const module = { ...softwareProvider(newMaster()), name: 'a module' }
  await assert.rejects(openKeys(path, { provider: module }), { code: 'home.key_provider' })
  await assert.rejects(openKeys(path, { provider: softwareProvider(newMaster()) }), { code: 'home.keys_damaged' })
})

const spoilWrapped = (text: string) =>
  text.replace(/"wrapped": "(.)/, (_, one) => `"wrapped": "${one === 'A' ? 'B' : 'A'}`)

for (const [what, name, spoil] of [
  ['cut short', 'keys.json', (text: string) => text.slice(0, 40)],
  ['emptied', 'keys.json', () => ''],
  ['edited', 'keys.json', spoilWrapped],
  ['emptied of a key', 'keys.json', (text: string) => text.replace(/"wrapped": "[^"]*"/, '"wrapped": ""')],
  ['cut short', 'master.key', (text: string) => text.slice(0, 20)],
  ['exchanged', 'master.key', () => newMaster().toString('base64')],
] as const) {
  test(`a file ${name} that was ${what} is refused and never replaced`, async (t) => {
    const path = await homeWithFolders(t)
    await openKeys(path)
    const spoiled = spoil(readFileSync(fileOf(path, name), 'utf8'))
    writeFileSync(fileOf(path, name), spoiled)
    await assert.rejects(openKeys(path), { code: 'home.keys_damaged' })
    assert.equal(readFileSync(fileOf(path, name), 'utf8'), spoiled)
  })
}

test('a master that is gone is missed, not made anew', async (t) => {
  const path = await homeWithFolders(t)
  await openKeys(path)
  rmSync(fileOf(path, 'master.key'))
  await assert.rejects(openKeys(path), { code: 'home.keys_damaged' })
  assert.deepEqual(readdirSync(join(path, 'keys')), ['keys.json'])
})
