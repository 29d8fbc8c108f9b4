import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { commandLine, isAlive, processScope, readProcess } from './process-state.ts'

const onLinux = { skip: process.platform === 'linux' ? false : 'process folders exist only on Linux' }

test('a process knows itself: it is alive, and it started when it says', onLinux, () => {
  const self = readProcess(process.pid)
  assert.equal(isAlive(process.pid, self?.startTicks), true)
  assert.match(self?.startTicks ?? '', /^\d+$/)
  assert.match(processScope(), /^[0-9a-f-]{36} pid:/)
})

test('a number given to another process later is not the former process', onLinux, () => {
  assert.equal(isAlive(process.pid, '1'), false)
})

test('a process that has ended is dead', onLinux, async () => {
  const child = spawn('true')
  await once(child, 'exit')
  assert.equal(isAlive(child.pid ?? 0), false)
  assert.deepEqual(commandLine(child.pid ?? 0), [])
})

test('a zombie whose parent has not asked after it is dead', onLinux, async (t) => {
  const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 20'])
  t.after(() => parent.kill('SIGKILL'))
  const [line] = await once(parent.stdout, 'data')
  const zombie = Number(String(line))
  for (let turn = 0; turn < 500 && readProcess(zombie)?.state !== 'Z'; turn++) await wait(10)
  assert.equal(readProcess(zombie)?.state, 'Z')
  assert.equal(isAlive(zombie), false)
})

test('a name with blanks and brackets does not confuse the reading', onLinux, async (t) => {
  const child = spawn('sh', ['-c', 'printf "odd) name (x" > /proc/self/comm; echo ready; sleep 20 & wait'], {
    detached: true,
  })
  t.after(() => process.kill(-(child.pid ?? 0), 'SIGKILL'))
  await once(child.stdout, 'data')
  assert.match(readProcess(child.pid ?? 0)?.state ?? '', /^[SR]$/)
  assert.equal(isAlive(child.pid ?? 0), true)
  assert.equal(commandLine(child.pid ?? 0)[0], 'sh')
})
