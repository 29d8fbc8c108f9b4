import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'

const isRoot = process.getuid?.() === 0
const browser = '#!/bin/sh\necho Chromium 156.0\n'
const withType = '#!/bin/sh\necho "Noto Sans CJK SC"\n'
const withoutType = '#!/bin/sh\nexit 0\n'

/** A PATH that holds nothing but what the test puts there. */
function newPath(t, programs) {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-browser-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, name), text)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

function ensure(path, env = {}) {
  const code = `import { ensureChromium } from ${JSON.stringify(join(import.meta.dirname, 'chromium.mjs'))}
    try { console.log(ensureChromium()) } catch (error) { console.error(error.message); process.exitCode = 1 }`
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    env: { PATH: path, HOME: path, ...env },
    encoding: 'utf8',
  })
  return { code: done.status, out: done.stdout.trim(), err: done.stderr }
}

for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
  test(`${name} with Chinese type is used as it is`, (t) => {
    const path = newPath(t, { [name]: browser, 'fc-list': withType })
    assert.deepEqual(ensure(path), { code: 0, out: join(path, name), err: '' })
  })
}

test('CHROMIUM_PATH goes before what is installed', (t) => {
  const path = newPath(t, { chromium: browser, mine: browser, 'fc-list': withType })
  assert.equal(ensure(path, { CHROMIUM_PATH: join(path, 'mine') }).out, join(path, 'mine'))
})

test('a stand-in that only says where to get the browser is not a browser', (t) => {
  const path = newPath(t, {
    'chromium-browser': '#!/bin/sh\necho "requires the chromium snap"; exit 1\n',
    'google-chrome': browser,
    'fc-list': withType,
  })
  assert.equal(ensure(path).out, join(path, 'google-chrome'))
})

test('without apt the command to run is named, for exactly what is missing', (t) => {
  const refused = ensure(newPath(t, { chromium: browser, 'fc-list': withoutType }))
  assert.equal(refused.code, 1)
  assert.match(refused.err, /apt-get install -y --no-install-recommends fonts-noto-cjk\n/)
  assert.match(refused.err, /Run the command above as root/)
  assert.match(ensure(newPath(t, { 'fc-list': withoutType })).err, /chromium fonts-noto-cjk/)
})

test('as root both are installed without a question, the second time if the first fails', {
  skip: isRoot ? false : 'only root installs',
}, (t) => {
  const path = newPath(t, { 'fc-list': withType })
  const apt = `#!/bin/sh
echo "$DEBIAN_FRONTEND $*" >> ${path}/calls
case "$*" in *install*) [ $(/usr/bin/grep -c install ${path}/calls) -gt 1 ] || exit 100; printf '#!/bin/sh\\necho Chromium 156.0\\n' > ${path}/chromium; /bin/chmod 755 ${path}/chromium;; esac
`
  writeFileSync(join(path, 'apt-get'), apt)
  chmodSync(join(path, 'apt-get'), 0o755)
  assert.equal(ensure(path).out, join(path, 'chromium'))
  const calls = readFileSync(join(path, 'calls'), 'utf8').trim().split('\n')
  assert.equal(calls.length, 4)
  assert.ok(calls.every((call) => call.startsWith('noninteractive ')))
  assert.match(calls[3], /install -y --no-install-recommends chromium$/)
})

test('where there is no fontconfig the font folders are looked through', (t) => {
  const path = newPath(t, { chromium: browser })
  const found = ensure(path)
  const hasFonts = existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
  assert.ok(hasFonts ? found.code === 0 : [0, 1].includes(found.code))
})
