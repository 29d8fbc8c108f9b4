import assert from 'node:assert/strict'
import test from 'node:test'
import { renew } from '#test/office/newcomer.ts'
import { employ, PASSWORD } from '#test/office/securing.ts'
import { office } from '#test/office.ts'
import { contract as activation } from '../../activation/contract.ts'
import { routes } from '../../index.ts'
import { formerPasswords, retirePassword } from './index.ts'

test('a password does not come back by way of a new activation code', async (t) => {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const { id, login } = await employ(o)
  const system = await o.hire({ role: 'system_administrator' })
  const security = await o.hire({ role: 'security_administrator' })
  const { code } = await renew(o, { system, security }, id)
  const opens = (password: string) => o.as().call(activation).activateAccount({ login, code, password })
  await assert.rejects(opens(PASSWORD), { status: 422, code: 'password.weak' })
  assert.deepEqual(await opens('Shiliu-8-shuxia'), { ok: true })
})

test('as many former passwords are kept as the county asks, and a code is none', async (t) => {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const { id } = await employ(o)
  const retire = (hash: string, most: number) =>
    o.act(async (ctx) => {
      const at = ctx.now.toISOString()
      await ctx.db
        .updateTable('account')
        .set({ password_hash: hash, password_set_at: at })
        .where('id', '=', id)
        .execute()
      await retirePassword(ctx, id, most)
      return formerPasswords(ctx, id, most)
    })
  const hashes = ['$argon2id$1', '$argon2id$2', '$argon2id$3']
  for (const hash of hashes) {
    await retire(hash, 5)
    o.clock.pass(1)
  }
  assert.deepEqual(await retire('-', 5), hashes.toReversed())
  assert.deepEqual(await retire('-', 2), ['$argon2id$3', '$argon2id$2'])
})
