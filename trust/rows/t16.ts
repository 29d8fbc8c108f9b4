import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { buildServer } from '#platform/http/server.ts'
import { account, addressOf, doors, nameOf, PASSWORD, parts, staffedOffice } from '../kit/doors.ts'
import { noneOf, type Row } from '../row.ts'

const PROXY = '10.9.9.9'
const pagesDir = join(import.meta.dirname, '../../dist/console')

type Headers = Readonly<Record<string, unknown>>
type Asked = { what: string; isPage: boolean; isSecure: boolean; answer: Pick<LightMyRequestResponse, 'headers'> }

/** What every answer says, whatever it is; each rule answers what is wrong. */
const RULES: ((headers: Headers, asked: Asked) => string | false)[] = [
  (h) => h['x-content-type-options'] !== 'nosniff' && 'nosniff',
  (h) => h['x-frame-options'] !== 'DENY' && 'x-frame-options',
  (h) => h['referrer-policy'] !== 'same-origin' && 'referrer-policy',
  (h) => h['cross-origin-opener-policy'] !== 'same-origin' && 'opener policy',
  (h) => h['cross-origin-resource-policy'] !== 'same-origin' && 'resource policy',
  (h) => !/geolocation=\(\)/.test(text(h['permissions-policy'])) && 'permissions-policy',
  // Only a page of ours may ask for the camera, and only for itself.
  (h, { isPage }) =>
    !text(h['permissions-policy'])
      .split(', ')
      .some((one) => one === 'camera=()' || (isPage && one === 'camera=(self)')) && 'camera',
  (h) => Object.keys(h).some((name) => name.startsWith('access-control-')) && 'shared with other sites',
  (h) => (h['server'] ?? h['x-powered-by']) !== undefined && 'tells what it runs on',
  (h, { isPage }) => !(isPage ? PAGE : ANSWER).test(text(h['content-security-policy'])) && 'content policy',
  (h) =>
    /script-src[^;]*(unsafe|nonce|\*|http)|style-src [^;]*unsafe/.test(text(h['content-security-policy'])) &&
    'loose policy',
  (h, { what }) => what.includes(' /api') && h['cache-control'] !== 'no-store' && 'kept in caches',
  // An address that cannot be read is refused before anybody asks how it came.
  (h, { isSecure, what }) =>
    isSecure !== /^max-age=\d{8,}/.test(text(h['strict-transport-security'])) && !what.includes('%E0%A4%A') && 'hsts',
  (h) =>
    /;\s*charset/.test(text(h['content-type'])) || !/^text\/|json/.test(text(h['content-type'])) ? false : 'charset',
]
const ANSWER = /^default-src 'none';.*frame-ancestors 'none'; sandbox$/
const PAGE = /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]{20,}';.*frame-ancestors 'none'/

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Addresses beside the doors: pages, files, and every way of being wrong. */
const OTHERS: {
  method: 'GET' | 'POST' | 'OPTIONS' | 'HEAD' | 'DELETE'
  url: string
  isPage?: boolean
  body?: string
  type?: string
}[] = [
  { method: 'GET', url: '/', isPage: true },
  { method: 'GET', url: '/people/1?q=a.b', isPage: true },
  { method: 'HEAD', url: '/people', isPage: true },
  { method: 'GET', url: '/index.html', isPage: true },
  { method: 'GET', url: '/api/docs', isPage: true },
  { method: 'GET', url: '/nothing.js' },
  { method: 'GET', url: '/.env' },
  { method: 'GET', url: '/.git/config' },
  { method: 'GET', url: '/assets/' },
  { method: 'GET', url: '/api/openapi.json' },
  { method: 'GET', url: '/api/health' },
  { method: 'GET', url: '/api/ready' },
  { method: 'GET', url: '/api/metrics' },
  { method: 'GET', url: '/api/none' },
  { method: 'GET', url: '/api/people/%E0%A4%A' },
  { method: 'GET', url: `/api/people/${'x'.repeat(300)}` },
  { method: 'OPTIONS', url: '/api/people' },
  { method: 'DELETE', url: '/api/people' },
  { method: 'POST', url: '/api/people', body: '{"a":', type: 'application/json' },
  { method: 'POST', url: '/api/people', body: 'a=1', type: 'application/x-www-form-urlencoded' },
  { method: 'POST', url: '/api/people', body: `"${'x'.repeat(1_100_000)}"`, type: 'application/json' },
]

async function crawl(app: FastifyInstance, tokens: readonly string[], id: string): Promise<Asked[]> {
  const found: Asked[] = []
  const ask = async (
    what: string,
    sent: { url: string; method: string; body?: string; type?: string; isPage?: boolean },
  ) => {
    for (const isSecure of [false, true])
      for (const token of ['', ...tokens]) {
        const answer = await app.inject({
          method: sent.method as 'GET', // one of the methods that Fastify knows
          url: sent.url,
          remoteAddress: PROXY,
          headers: {
            ...(sent.body === undefined ? {} : { 'content-type': sent.type ?? 'application/json' }),
            ...(isSecure ? { 'x-forwarded-proto': 'https' } : {}),
            cookie: `${isSecure ? '__Host-' : ''}sangyu=${token}`,
          },
          ...(sent.body === undefined ? {} : { payload: sent.body }),
        })
        // Whoever is not signed in is told so, and shown no page.
        const isPage = (sent.isPage ?? false) && answer.statusCode !== 401
        found.push({ what, isPage, isSecure, answer })
      }
  }
  for (const { e } of doors) {
    const body = e.method === 'get' ? {} : { body: '{}' }
    await ask(`${nameOf(e)} /api`, { method: e.method.toUpperCase(), url: addressOf(e, id), ...body })
  }
  for (const other of OTHERS) await ask(`${other.method} ${other.url.slice(0, 60)}`, other)
  return found
}

/** What is said over the line that is no request at all is answered with a policy too. */
async function noise(app: FastifyInstance): Promise<string[]> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = Object.assign({ port: 0 }, app.server.address())
  const faults: string[] = []
  for (const said of ['NONSENSE\r\n\r\n', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`]) {
    const line = connect(port, '127.0.0.1')
    const heard: Buffer[] = []
    line.on('data', (piece: Buffer) => heard.push(piece))
    line.write(said)
    await once(line, 'close')
    const answer = Buffer.concat(heard).toString()
    if (!/nosniff/.test(answer) || !/default-src 'none'/.test(answer)) faults.push(`noise: ${answer.slice(0, 60)}`)
  }
  return faults
}

/** A cookie of a session is out of reach for scripts, other sites and plain lines. */
async function cookies(app: FastifyInstance): Promise<string[]> {
  const faults: string[] = []
  for (const isSecure of [false, true]) {
    const answer = await app.inject({
      method: 'POST',
      url: `/api${sessions.signIn.path}`,
      remoteAddress: PROXY,
      headers: { 'content-type': 'application/json', ...(isSecure ? { 'x-forwarded-proto': 'https' } : {}) },
      payload: JSON.stringify({ login: 'liwen', password: PASSWORD }),
    })
    const set = [answer.headers['set-cookie'] ?? []].flat()
    if (set.length === 0) faults.push(`no cookie: ${answer.statusCode} ${answer.body.slice(0, 200)}`)
    for (const cookie of set) {
      const isGood = /; HttpOnly/i.test(cookie) && /; SameSite=Strict/i.test(cookie) && /; Path=\//.test(cookie)
      const isHost =
        !isSecure || (cookie.startsWith('__Host-') && /; Secure/i.test(cookie) && !/; Domain/i.test(cookie))
      if (!isGood || !isHost) faults.push(`cookie ${cookie.replace(/=[0-9a-f]+/, '=…')}`)
    }
  }
  return faults
}

export const row: Row = {
  id: 'T16',
  about: {
    zh: '每个接口、页面和错误页的安全响应头与 Cookie',
    en: 'every route, page and error page carries its security headers, and cookies their flags',
  },
  threshold: '100 %',
  blocksMerge: true,
  run: async () => {
    const { o, staff, person } = await staffedOffice()
    await account(o, 'liwen')
    const app = await buildServer(o.house, parts.rooms, {
      version: 'trust',
      pagesDir,
      proxies: [PROXY],
      paceFactor: 100,
    })
    try {
      const asked = await crawl(app, [staff[0]?.token ?? ''], person)
      const faults = asked.flatMap((one) =>
        RULES.flatMap((rule) => rule(one.answer.headers, one) || []).map((why) => `${one.what}: ${why}`),
      )
      const others = [...(await cookies(app)), ...(await noise(app))]
      return noneOf([...new Set([...faults, ...others])], `${asked.length} answers`)
    } finally {
      await app.close()
      await o.close()
    }
  },
}
