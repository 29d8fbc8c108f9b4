import assert from 'node:assert/strict'
import { once } from 'node:events'
import test from 'node:test'
import { firstLine, startProgram, trialHome } from '#test/trial-home.ts'
import { takeTurn } from './turn.ts'

test('one has the turn at a time, another folder has its own, and it is free again afterwards', async () => {
  const first = await takeTurn('/a/data')
  assert.equal(await takeTurn('/a/data'), undefined)
  const other = await takeTurn('/b/data')
  assert.ok(first && other)
  await first.end()
  const second = await takeTurn('/a/data')
  assert.ok(second)
  await Promise.all([second.end(), other.end()])
})

test('whoever is killed in its turn leaves it to the next', async (t) => {
  const data = trialHome(t)
  const holder = startProgram(
    `import { takeTurn } from '#platform/postgres/server/turn.ts'
console.log(await takeTurn(process.argv[1]) !== undefined)
setInterval(() => {}, 1000)`,
    data,
  )
  assert.equal(await firstLine(holder), 'true')
  assert.equal(await takeTurn(data), undefined)
  const ended = once(holder, 'exit')
  holder.kill('SIGKILL')
  await ended
  const turn = await takeTurn(data)
  assert.ok(turn)
  await turn.end()
})
