import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'

const source = join(import.meta.dirname, '../..')
const product = `const words: string[] = process.argv.slice(2)
console.log(JSON.stringify({ words, cwd: process.cwd(), pid: process.pid, cache: process.env['NODE_COMPILE_CACHE'] }))
if (words[0] === 'end') process.exitCode = Number(words[1])
if (words[0] === 'crash') process.kill(process.pid, 'SIGKILL')
if (words[0] === 'thread') {
  const { fstatSync } = await import('node:fs')
  const { Worker } = await import('node:worker_threads')
  const before = fstatSync(3).ino
  await new Promise((ended) => new Worker(new URL('./thread.mjs', import.meta.url)).on('exit', ended))
  console.log(fstatSync(3).ino === before ? 'the pipe is whole' : 'the pipe is lost')
}
if (words[0] === 'serve') {
  setInterval(() => undefined, 1000)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { console.log(signal); process.exitCode = 3; setTimeout(() => process.exit(), 200) })
}`

/** A whole little installation with this very Node as the pinned one. */
function newInstallation(t) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'sangyu-起动-')))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  for (const part of ['bin', 'scripts/ensure', 'scripts/ensure.mjs'])
    cpSync(join(source, part), join(root, part), { recursive: true })
  mkdirSync(join(root, 'src'))
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true })
  writeFileSync(join(root, 'src/main.ts'), product)
  writeFileSync(join(root, 'src/thread.mjs'), '')
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  for (const path of ['package-lock.json', 'node_modules/.package-lock.json'])
    writeFileSync(join(root, path), '{"packages":{"":{}}}')
  symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'))
  symlinkSync('../../bin/sangyu.mjs', join(root, 'node_modules/.bin/sangyu'))
  return root
}

/** As an option keeps Node from being replaced, the second way is the one that Node 20 takes. */
const ways = { 'replaced by the product': [], 'standing beside the product': ['--no-warnings'] }

function start(root, { options, words, env = {} }) {
  const call = [...options, join(root, 'node_modules/.bin/sangyu'), ...words]
  const child = spawn(process.execPath, call, {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, HOME: join(root, 'home'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (child.said += piece))
  return child
}

async function untilSaid(child, pattern) {
  while (!pattern.test(child.said)) await once(child.stdout, 'data')
}

for (const [way, options] of Object.entries(ways)) {
  test(`called by its link from any folder, ${way}, it gets the same words and folder`, async (t) => {
    const root = newInstallation(t)
    const words = ['import', '--preview', '名册 1.xlsx', '--', '*']
    const child = start(root, { options, words })
    const [code] = await once(child, 'close')
    const seen = JSON.parse(child.said)
    assert.equal(code, 0)
    assert.deepEqual(
      [seen.words, seen.cwd, seen.cache],
      [words, realpathSync(tmpdir()), join(root, 'home/.cache/sangyu/compile')],
    )
    assert.equal(seen.pid === child.pid, options.length === 0)
  })

  test(`its end is the product's end, ${way}`, async (t) => {
    const root = newInstallation(t)
    const [code] = await once(start(root, { options, words: ['end', '7'] }), 'close')
    assert.equal(code, 7)
    const [none, signal] = await once(start(root, { options, words: ['crash'] }), 'close')
    assert.deepEqual([none, signal], [null, 'SIGKILL'])
  })

  for (const signal of ['SIGINT', 'SIGTERM']) {
    test(`${signal} reaches the product once and lets it end in order, ${way}`, async (t) => {
      const child = start(newInstallation(t), { options, words: ['serve'] })
      await untilSaid(child, /serve/)
      await new Promise((done) => setTimeout(done, 100))
      child.kill(signal)
      const [code] = await once(child, 'close')
      assert.equal(code, 3)
      assert.equal(child.said.split(signal).length - 1, 1)
    })
  }
}

test('when the shell beside the product is killed outright, the product ends in order', async (t) => {
  const child = start(newInstallation(t), { options: ways['standing beside the product'], words: ['serve'] })
  await untilSaid(child, /serve/)
  await new Promise((done) => setTimeout(done, 100))
  child.kill('SIGKILL')
  await untilSaid(child, /SIGTERM/)
  await once(child, 'close')
})

test('a thread that has done its work leaves the product its pipe to the shell', async (t) => {
  const child = start(newInstallation(t), { options: ways['standing beside the product'], words: ['thread'] })
  const [code] = await once(child, 'close')
  assert.equal(code, 0)
  assert.match(child.said, /the pipe is whole/)
})

test('a compile cache that cannot be made is no reason not to start', async (t) => {
  const root = newInstallation(t)
  writeFileSync(join(root, 'home'), 'a file')
  writeFileSync(join(root, 'var'), 'a file')
  const child = start(root, { options: [], words: ['end', '0'] })
  const [code] = await once(child, 'close')
  assert.equal(code, 0)
  assert.equal(JSON.parse(child.said).cache, undefined)
})

test('without a pinned Node that runs here, a Node that is new enough takes its place', async (t) => {
  const root = newInstallation(t)
  rmSync(join(root, 'node_modules/.bin/node'))
  writeFileSync(join(root, 'node_modules/.bin/node'), '#!/no/such/loader\n')
  chmodSync(join(root, 'node_modules/.bin/node'), 0o755)
  const [code] = await once(start(root, { options: [], words: ['end', '5'] }), 'close')
  assert.equal(code, 5)
})

test('the start itself needs nothing that Node 20 lacks', () => {
  for (const file of [
    'hand-over',
    'installed',
    'install-lock',
    'packages',
    'say',
    'chromium',
    'follow-parent',
    'test-run',
    'quick-folder',
  ]) {
    const text = readFileSync(join(source, `scripts/ensure/${file}.mjs`), 'utf8')
    assert.doesNotMatch(text, /import\.meta\.(main|filename)|with \{ type|Promise\.(try|withResolvers)|\.\.\/src/, file)
  }
})
