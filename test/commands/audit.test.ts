import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { trialHome } from '#test/trial-home.ts'
import { sangyu } from './sangyu.ts'

test('the chain is verified, anchored and exported at the command line; an altered book of anchors is told', async (t) => {
  const home = trialHome(t)
  const run = (...args: string[]) => sangyu(['audit', ...args], { home })
  assert.equal((await sangyu(['migrate'], { home })).status, 0)
  const fresh = await run('verify')
  assert.deepEqual([fresh.status, fresh.err], [0, ''])
  assert.match(fresh.out, /尚未锚定/)
  for (const turn of [1, 2]) assert.equal((await run('anchor')).status, 0, `${turn}`)
  const kept = await run('anchor', '--resume', '恢复演练')
  assert.match(kept.out, /Anchored \d+ chains\.\n[0-9a-f]{64}/)
  assert.match((await run('verify')).out, /接续：恢复演练/)

  const file = join(home, 'chain.jsonl')
  assert.equal((await run('export', '--chain', '0', file)).status, 0)
  assert.ok(existsSync(file))
  for (const wrong of [[], ['verify', 'x'], ['export', file], ['burn']]) assert.equal((await run(...wrong)).status, 2)

  const book = join(home, 'anchors/anchors.jsonl')
  const [first = '', ...others] = readFileSync(book, 'utf8').trim().split('\n')
  writeFileSync(book, `${[first.replace(/"at":"2/, '"at":"1'), ...others].join('\n')}\n`)
  const altered = await run('verify')
  assert.equal(altered.status, 1)
  assert.match(altered.out, /锚簿第 1 行被改动/)
  const doctor = await sangyu(['doctor'], { home })
  assert.match(doctor.out, /✗ 锚簿有 1 行被改动/)
  assert.match(doctor.out, /✓ 审计链完整/)
})
