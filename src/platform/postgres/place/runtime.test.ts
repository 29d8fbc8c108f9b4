import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { firstLine, runProgram, startProgram, trialHome } from '#test/trial-home.ts'
import { openRuntime, program } from './runtime.ts'

const open = `import { openRuntime } from '#platform/postgres/place/runtime.ts'
console.log(openRuntime(process.argv[1]).dir)`

const version = (dir: string) => execFileSync(join(dir, 'bin/postgres'), ['--version'], { encoding: 'utf8' })

test('the copy runs without the install script of its package, and everybody may read it', (t) => {
  const runtime = openRuntime(join(trialHome(t), 'runtime'))
  assert.match(version(runtime.dir), /PostgreSQL\) 18\./)
  assert.equal(runtime.major, '18')
  assert.equal(statSync(program(runtime, 'initdb')).mode & 0o777, 0o755)
  assert.equal(statSync(join(runtime.dir, 'lib/libicui18n.so.60')).mode & 0o777, 0o644)
  assert.equal(openRuntime(join(runtime.dir, '..')).dir, runtime.dir)
})

test('a copy that lost a library, a link or part of a file is made anew', (t) => {
  const runtimes = join(trialHome(t), 'runtime')
  const damages = [
    (dir: string) => rmSync(join(dir, 'lib/libpq.so.5.18')),
    (dir: string) => rmSync(join(dir, 'lib/libicuuc.so.60')),
    (dir: string) => truncateSync(join(dir, 'share/postgresql/timezone/Asia/Shanghai'), 0),
  ]
  for (const damage of damages) {
    damage(openRuntime(runtimes).dir)
    assert.match(version(openRuntime(runtimes).dir), /18\./)
    assert.equal(readdirSync(runtimes).length, 1)
  }
})

test('copying that is killed half way does no harm', async (t) => {
  const runtimes = join(trialHome(t), 'runtime')
  const first = startProgram(
    `console.log('copying')\n${open.replace('import { openRuntime } from', 'const { openRuntime } = await import(').replace(".ts'", ".ts')")}`,
    runtimes,
  )
  await firstLine(first)
  await new Promise((done) => setTimeout(done, 60))
  first.kill('SIGKILL')
  assert.match(version(openRuntime(runtimes).dir), /18\./)
})

test('two first starts that copy at the same moment end with one whole copy', async (t) => {
  const runtimes = join(trialHome(t), 'runtime')
  const [one, other] = await Promise.all([runProgram(open, runtimes), runProgram(open, runtimes)])
  assert.equal(one, other)
  assert.match(version(one), /18\./)
  assert.equal(readdirSync(runtimes).length, 1)
})
