import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { board, boardRoutes } from '#test/notice-board.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { buildServer } from './server.ts'

let o: Office
let staff: Worker
before(async () => {
  o = await office({ rooms: [boardRoutes] })
  staff = await o.hire()
})
after(() => o.close())

type Sent = {
  headers?: Record<string, string>
  payload?: string
  method?: 'GET' | 'POST' | 'OPTIONS' | 'HEAD'
  url?: string
}

/** A notice pinned by somebody who may. */
async function send({
  headers = {},
  payload = '{"text":"体检","phone":"1"}',
  method = 'POST',
  url = '/api/board-notices',
}: Sent = {}) {
  const all = { host: 'office.test', cookie: `sangyu=${staff.token}`, 'content-type': 'application/json', ...headers }
  const answer = await o.app.inject({ method, url, headers: all, ...(method === 'GET' ? {} : { payload }) })
  const code: unknown =
    answer.headers['content-type']?.toString().includes('json') && answer.body ? answer.json().code : undefined
  return { status: answer.statusCode, code, answer }
}

test('a write that comes from another site is refused, whatever it calls itself', async () => {
  for (const origin of [
    'http://evil.example',
    'http://office.test.evil.example',
    'null',
    'office.test',
    'http://office.test:81',
    '',
  ])
    for (const method of ['POST', 'OPTIONS'] as const) {
      const { status, code } = await send({ headers: { origin }, method })
      if (origin === '') assert.notEqual(code, 'http.foreign_origin', 'no Origin at all: not a browser')
      else assert.deepEqual([status, code], [403, 'http.foreign_origin'], `${method} from ${origin}`)
    }
  assert.equal((await o.as(staff).call(board).listNotices()).total, 1)
})

test('a write of our own pages passes; what a stranger says of the name we were asked by does not count', async (t) => {
  for (const headers of [{}, { origin: 'http://office.test' }, { origin: 'https://office.test' }])
    assert.equal((await send({ headers })).status, 200)
  const proxied = { origin: 'https://lgbj.test', 'x-forwarded-host': 'lgbj.test' }
  assert.deepEqual((await send({ headers: proxied })).code, 'http.foreign_origin')
  const app = await buildServer(o.house, [boardRoutes], { version: 'test', proxies: ['10.0.0.1'] })
  t.after(() => app.close())
  const ask = async (remoteAddress: string) => {
    const headers = { ...proxied, cookie: `sangyu=${staff.token}`, 'content-type': 'application/json' }
    const payload = '{"text":"体检","phone":"1"}'
    return (await app.inject({ method: 'POST', url: '/api/board-notices', headers, payload, remoteAddress })).statusCode
  }
  assert.deepEqual([await ask('10.0.0.1'), await ask('10.0.0.2')], [200, 403])
})

test('a form, or a page of another site in the same browser, cannot write', async () => {
  for (const site of ['cross-site', 'same-site', 'none'])
    assert.equal((await send({ headers: { 'sec-fetch-site': site } })).code, 'http.foreign_origin', site)
  assert.equal((await send({ headers: { 'sec-fetch-site': 'same-origin' } })).status, 200)
  for (const type of ['text/plain', 'multipart/form-data; boundary=a', 'application/jsonp', ''])
    assert.equal((await send({ headers: { 'content-type': type } })).code, 'http.wrong_kind', type)
})

test('reading from elsewhere is harmless: the answer may not be read there', async () => {
  const { status, answer } = await send({ method: 'GET', headers: { origin: 'http://evil.example' } })
  assert.equal(status, 200)
  assert.equal(answer.headers['access-control-allow-origin'], undefined)
})

test('what doors there are is told to who is signed in, and to nobody else', async () => {
  for (const url of ['/api/openapi.json', '/api/docs']) {
    for (const cookie of ['', `sangyu=${'x'.repeat(43)}`]) {
      const stranger = await o.app.inject({ url, headers: { cookie } })
      assert.deepEqual([stranger.statusCode, stranger.json().code], [401, 'auth.signed_out'], url)
    }
    assert.equal((await send({ method: 'GET', url })).status, 200, url)
  }
})

test('an unknown address is answered in words', async () => {
  for (const [method, url] of [
    ['GET', '/api/none'],
    ['POST', '/api/board-notices/a/b/c'],
    ['GET', '/api/'],
    ['OPTIONS', '/api/board-notices'],
  ] as const)
    assert.deepEqual([method, url, (await send({ method, url })).code], [method, url, 'http.no_such_door'])
  const long = await send({ method: 'GET', url: `/api/board-notices/${'x'.repeat(201)}` })
  assert.ok([404, 414].includes(long.status), `${long.status}`)
  assert.ok((await send({ method: 'GET', url: '/api/board-notices/%E0%A4%A' })).status < 500)
})

test('a body that is no JSON, or another kind of body, is refused in words', async () => {
  const bad: [payload: string, type: string, status: number][] = [
    ['{"text":', 'application/json', 400],
    ['{"__proto__":{"admin":true}}', 'application/json', 400],
    ['{"a":{"constructor":{"prototype":{"b":1}}}}', 'application/json', 400],
    ['', 'application/json', 400],
  ]
  for (const [payload, type, expected] of bad) {
    const { status, code } = await send({ payload, headers: { 'content-type': type } })
    assert.deepEqual([status, code], [expected, 'http.bad_request'], payload)
  }
})

test('a body over a mebibyte is refused, and so is one that only says it is', async () => {
  const large = JSON.stringify({ text: 'x'.repeat(1024 * 1024), phone: '1' })
  assert.deepEqual(
    [(await send({ payload: large })).status, (await send({ payload: large })).code],
    [413, 'http.too_large'],
  )
  const just = JSON.stringify({ text: 'x'.repeat(1000), phone: '1', code: 'y'.repeat(1024 * 1024 - 1100) })
  assert.equal((await send({ payload: just })).status, 200)
})

test('no answer is kept by a browser, framed by another page or guessed at', async () => {
  const { answer } = await send({ method: 'GET' })
  const { headers } = answer
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.match(String(headers['content-security-policy']), /^default-src 'none';.*frame-ancestors 'none'; sandbox$/)
  assert.match(String(headers['permissions-policy']), /geolocation=\(\)/)
  assert.equal(headers['x-powered-by'] ?? headers['server'], undefined)
})

test('the head of an answer can be asked for, and nothing is written', async () => {
  const { status, answer } = await send({ method: 'HEAD' })
  assert.deepEqual([status, answer.body], [200, ''])
})

test('nonsense on the line is answered, and the next caller is served', async (t) => {
  const app = await buildServer(o.house, [boardRoutes], { version: 'test' })
  t.after(() => app.close())
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = Object.assign({ port: 0 }, app.server.address())
  for (const [said, status] of [
    ['NONSENSE\r\n\r\n', 400],
    ['GET /api/health HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', 200],
  ]) {
    const line = connect(port, '127.0.0.1')
    const heard: Buffer[] = []
    line.on('data', (piece: Buffer) => heard.push(piece))
    line.write(String(said))
    await once(line, 'close')
    assert.match(Buffer.concat(heard).toString(), new RegExp(`^HTTP/1\\.1 ${status} `))
  }
})

test('pages: files are kept for ever, the page that names them is not, any address of a page is that page, and only a page may ask for the camera', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-pages-'))
  t.after(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>桑榆')
  writeFileSync(join(folder, 'assets/a-1.js'), '1')
  const app = await buildServer(o.house, [boardRoutes], { version: 'test', pagesDir: folder })
  t.after(() => app.close())
  const got = async (url: string) => {
    const { statusCode, headers, body } = await app.inject(url)
    return [statusCode, headers['cache-control'], body]
  }
  assert.deepEqual(await got('/assets/a-1.js'), [200, 'public, max-age=31536000, immutable', '1'])
  for (const url of ['/', '/people/1', '/people?q=a.b'])
    assert.deepEqual(await got(url), [200, 'no-cache', '<!doctype html>桑榆'], url)
  for (const url of ['/assets/gone.js', '/../package.json', '/%2e%2e/package.json', '/.env'])
    assert.equal((await got(url))[0], 404, url)
  const missing = await app.inject('/api/none')
  assert.equal(missing.json().code, 'http.no_such_door')
  const camera = async (url: string) => String((await app.inject(url)).headers['permissions-policy']).split(', ')[0]
  for (const url of ['/', '/gatherings/1/sheet', '/partner', '/elder', '/elder/help'])
    assert.equal(await camera(url), 'camera=(self)', url)
  for (const url of ['/api/none', '/assets/a-1.js', '/assets/gone.js'])
    assert.equal(await camera(url), 'camera=()', url)
})
