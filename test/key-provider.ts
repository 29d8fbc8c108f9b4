import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test from 'node:test'
import type { KeyProvider } from '#platform/crypto/provider.ts'

/** What any keeper of the master key must do, software or hardware. `open` gives a provider with a master of its own each time. */
export function conformance(what: string, open: () => KeyProvider | Promise<KeyProvider>): void {
  test(`${what} gives back the key it wrapped`, async () => {
    const provider = await open()
    for (const key of [randomBytes(32), Buffer.alloc(32), randomBytes(16)])
      assert.deepEqual(await provider.unwrap(await provider.wrap(key)), key)
  })

  test(`${what} shows nothing of a key in its wrapping, and wraps no key twice alike`, async () => {
    const provider = await open()
    const key = randomBytes(32)
    const [one, other] = [await provider.wrap(key), await provider.wrap(key)]
    assert.notDeepEqual(one, other)
    assert.ok(!one.includes(key.subarray(0, 8)))
  })

  test(`${what} refuses a wrapped key that was changed or cut off`, async () => {
    const provider = await open()
    const wrapped = await provider.wrap(randomBytes(32))
    for (const at of wrapped.keys()) {
      const changed = Buffer.from(wrapped)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      await assert.rejects(provider.unwrap(changed), `byte ${at}`)
    }
    await assert.rejects(provider.unwrap(wrapped.subarray(0, -1)))
    await assert.rejects(provider.unwrap(Buffer.alloc(0)))
  })

  test(`${what} refuses what another master wrapped`, async () => {
    const [mine, other] = [await open(), await open()]
    await assert.rejects(other.unwrap(await mine.wrap(randomBytes(32))))
  })

  test(`${what} has a name and does many things at once`, async () => {
    const provider = await open()
    assert.ok(provider.name)
    const keys = Array.from({ length: 20 }, () => randomBytes(32))
    const back = await Promise.all(keys.map(async (key) => provider.unwrap(await provider.wrap(key))))
    assert.deepEqual(back, keys)
  })
}
