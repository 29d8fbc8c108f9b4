import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'node:test'

const here = import.meta.dirname
const locked = {
  packages: {
    '': { optionalDependencies: { 'for-this-machine': '1.0.0', 'for-another': '1.0.0' } },
    'node_modules/one': { version: '1.0.0', integrity: 'sha512-1' },
    'node_modules/for-this-machine': {
      version: '1.0.0',
      integrity: 'sha512-2',
      optional: true,
      os: [process.platform],
      cpu: process.arch,
    },
    'node_modules/for-another': { version: '1.0.0', integrity: 'sha512-3', optional: true, os: ['aix'] },
  },
}

/** Stands in for npm: writes down that it was called, then installs as `plan` says. */
const fakeNpm = (plan) => `#!${process.execPath}
const fs = require('node:fs')
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
const calls = fs.readFileSync('calls', 'utf8').trim().split('\\n').length
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
const put = (skip) => {
  const packages = Object.fromEntries(Object.entries(lock.packages).filter(([path]) => path && !path.includes('another') && path !== skip))
  for (const path of Object.keys(packages)) { fs.mkdirSync(path, { recursive: true }); fs.writeFileSync(path + '/package.json', '{}') }
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
}
${plan}
`
const installs = `setTimeout(put, 300)`

function newProject(t, plan = installs) {
  const root = mkdtempSync(join(tmpdir(), 'sangyu-install-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'path'))
  writeFileSync(join(root, 'path', 'npm'), fakeNpm(plan))
  chmodSync(join(root, 'path', 'npm'), 0o755)
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(locked))
  return root
}

function startEnsure(root, path = join(root, 'path')) {
  const code = `import { ensureInstalled } from ${JSON.stringify(join(here, 'installed.mjs'))}
    try { await ensureInstalled(process.argv[1]) } catch (error) { console.log(error.name); console.error(error.message); process.exitCode = 1 }`
  return spawn(process.execPath, ['--input-type=module', '--eval', code, '--', root], {
    env: { PATH: path, NODE_ENV: 'production' },
  })
}

async function ensure(root, path) {
  const child = startEnsure(root, path)
  const said = { out: '', err: '' }
  child.stdout.on('data', (piece) => (said.out += piece))
  child.stderr.on('data', (piece) => (said.err += piece))
  const [code] = await once(child, 'close')
  return { code, ...said }
}

const calls = (root) =>
  existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n') : []

test('the first start installs with the tools that build the pages and without install scripts; later starts say nothing', async (t) => {
  const root = newProject(t)
  const first = await ensure(root)
  assert.deepEqual([first.code, first.out], [0, ''])
  assert.match(first.err, /首次运行[\s\S]*First run/)
  assert.equal(calls(root).length, 1)
  for (const flag of ['ci', '--ignore-scripts', '--include=dev', '--include=optional'])
    assert.ok(calls(root)[0].split(' ').includes(flag), flag)
  assert.deepEqual(await ensure(root), { code: 0, out: '', err: '' })
  assert.equal(calls(root).length, 1)
})

test('of starts at the same moment one installs and the others wait for it', async (t) => {
  const root = newProject(t)
  const outcomes = await Promise.all([ensure(root), ensure(root), ensure(root)])
  assert.deepEqual(
    outcomes.map((outcome) => outcome.code),
    [0, 0, 0],
  )
  assert.equal(calls(root).length, 1)
})

for (const [what, change] of [
  ['a package folder was not copied', (root) => rmSync(join(root, 'node_modules/one'), { recursive: true })],
  [
    'the part for this machine was not copied',
    (root) => rmSync(join(root, 'node_modules/for-this-machine'), { recursive: true }),
  ],
  ['the install was broken off', (root) => rmSync(join(root, 'node_modules/.package-lock.json'))],
  [
    'a new version brought another lock file',
    (root) => writeFileSync(join(root, 'package-lock.json'), JSON.stringify(locked).replaceAll('1.0.0', '1.0.1')),
  ],
]) {
  test(`node_modules are installed again when ${what}`, async (t) => {
    const root = newProject(t)
    await ensure(root)
    change(root)
    assert.equal((await ensure(root)).code, 0)
    assert.equal(calls(root).length, 2)
  })
}

test('what somebody installed with npm itself is accepted', async (t) => {
  const root = newProject(t)
  await ensure(root)
  rmSync(join(root, 'node_modules/.sangyu-installed'))
  assert.deepEqual(await ensure(root), { code: 0, out: '', err: '' })
  assert.equal(calls(root).length, 1)
})

test('what was installed on another kind of machine is not accepted', async (t) => {
  const root = newProject(t)
  await ensure(root)
  writeFileSync(join(root, 'node_modules/.sangyu-installed'), 'of another machine')
  const hidden = join(root, 'node_modules/.package-lock.json')
  const { packages } = JSON.parse(readFileSync(hidden, 'utf8'))
  delete packages['node_modules/for-this-machine']
  writeFileSync(hidden, JSON.stringify({ packages }))
  rmSync(join(root, 'node_modules/for-this-machine'), { recursive: true })
  await ensure(root)
  assert.equal(calls(root).length, 2)
})

test('a hiccup of the registry is tried a second time', async (t) => {
  const root = newProject(t, `if (calls === 1) { console.error('npm error ECONNRESET'); process.exit(1) } else put()`)
  assert.equal((await ensure(root)).code, 0)
  assert.equal(calls(root).length, 2)
})

test('without a network the start ends with what to do, and leaves no lock behind', async (t) => {
  const root = newProject(t, `console.error('npm error getaddrinfo ENOTFOUND registry.example'); process.exit(1)`)
  const refused = await ensure(root)
  assert.deepEqual([refused.code, refused.out.trim()], [1, 'CannotGoOn'])
  assert.match(refused.err, /ENOTFOUND[\s\S]*软件源[\s\S]*registry/)
  assert.equal(calls(root).length, 2)
  assert.equal(existsSync(join(root, '.cache/install.lock')), false)
})

test('without npm the start says where to get it', async (t) => {
  const root = newProject(t)
  rmSync(join(root, 'path/npm'))
  assert.match((await ensure(root)).err, /找不到 npm[\s\S]*Node\.js 20/)
})

test('an optional part that cannot be had is asked for twice, named, and not asked for at each start', async (t) => {
  const root = newProject(t, `put('node_modules/for-this-machine')`)
  const first = await ensure(root)
  assert.equal(first.code, 0)
  assert.match(first.err, /缺少可选组件：for-this-machine/)
  assert.deepEqual(await ensure(root), { code: 0, out: '', err: '' })
  assert.equal(calls(root).length, 2)
})

test('an installer that was killed does not block the next; its npm, if it still runs, is waited for', async (t) => {
  const root = newProject(t, `setTimeout(put, 1500)`)
  const first = startEnsure(root)
  while (calls(root).length === 0) await new Promise((done) => setTimeout(done, 20))
  first.kill('SIGKILL')
  await once(first, 'close')
  assert.equal((await ensure(root)).code, 0)
  assert.equal(calls(root).length, 1)
  mkdirSync(dirname(join(root, '.cache/install.lock')), { recursive: true })
  writeFileSync(join(root, '.cache/install.lock'), `${2 ** 22 + 1} 1\n`)
  rmSync(join(root, 'node_modules'), { recursive: true })
  assert.equal((await ensure(root)).code, 0)
  assert.equal(calls(root).length, 2)
})
