import { asOwner } from '#test/office/owner.ts'
import type { Office } from '#test/office.ts'
import { addressOf, doors, isReading, nameOf, staffedOffice } from '../kit/doors.ts'
import { noneOf, type Row } from '../row.ts'

/** Tables in which a reading may leave its trace: who looked, and when somebody was last here. */
const TRACES = ['audit_event', 'audit_chain', 'audit_head', 'session']

/** A print of each table: its rows as text, in whatever order. */
async function picture(o: Office): Promise<Map<string, string>> {
  const tables = await asOwner<{ name: string }>(
    o.house,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const prints = new Map<string, string>()
  for (const { name } of tables) {
    const [found] = await asOwner<{ print: string }>(
      o.house,
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from ${name} t`,
    )
    prints.set(name.replace(/^public\./, ''), found?.print ?? '')
  }
  return prints
}

function changed(before: Map<string, string>, after: Map<string, string>, allowed: readonly string[]): string[] {
  return [...after].flatMap(([name, print]) =>
    before.get(name) === print || allowed.some((one) => name.startsWith(one)) ? [] : [name],
  )
}

type Headers = Record<string, string>
/** How another site may try to write with somebody's cookie; the browser sends these by itself, no script can change them. */
const ATTEMPTS: [what: string, headers: Headers, payload: string][] = [
  ['a form', { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }, 'text=1'],
  ['a form without a word of where it stands', { 'content-type': 'application/x-www-form-urlencoded' }, 'text=1'],
  ['an upload form', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
  ['JSON that calls itself text', { 'content-type': 'text/plain' }, '{}'],
  ['a beacon without a type', {}, '{}'],
  ['a script of another site', { 'content-type': 'application/json', origin: 'https://evil.example' }, '{}'],
  ['a sandboxed frame', { 'content-type': 'application/json', origin: 'null' }, '{}'],
  [
    'a sister host',
    { 'content-type': 'application/json', origin: 'http://a.office.test', 'sec-fetch-site': 'same-site' },
    '{}',
  ],
  ['another port of ours', { 'content-type': 'application/json', origin: 'http://office.test:81' }, '{}'],
  [
    'a stranger who forges the host',
    { 'content-type': 'application/json', origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    '{}',
  ],
  [
    'another site, told by the browser alone',
    { 'content-type': 'application/octet-stream', 'sec-fetch-site': 'cross-site' },
    '{}',
  ],
]

async function forged(o: Office, tokens: readonly string[], person: string): Promise<string[]> {
  const accepted: string[] = []
  for (const { e } of doors.filter((one) => !isReading(one.e)))
    for (const token of tokens)
      for (const [what, headers, payload] of ATTEMPTS) {
        const method = e.method.toUpperCase() as 'POST' // a method of a contract
        const cookie = `sangyu=${token}`
        const answer = await o.app.inject({
          method,
          url: addressOf(e, person),
          headers: { host: 'office.test', cookie, ...headers },
          payload,
        })
        // Whether somebody is signed in at all may be said first: nothing is done then either.
        if (![401, 403, 415].includes(answer.statusCode)) accepted.push(`${nameOf(e)}: ${what} (${answer.statusCode})`)
      }
  return accepted
}

/** GET under another name, which some servers take for a write. */
const OVERRIDES = { 'x-http-method-override': 'DELETE', 'x-http-method': 'POST', 'x-method-override': 'PUT' }

async function readAll(o: Office, tokens: readonly string[], person: string): Promise<void> {
  const urls = doors.filter(({ e }) => isReading(e)).map(({ e }) => addressOf(e, person))
  for (const url of [...urls, '/api/openapi.json', '/api/docs', '/api/health', '/api/ready'])
    for (const token of tokens)
      for (const method of ['GET', 'HEAD'] as const)
        await o.app.inject({
          method,
          url: `${url}?_method=DELETE`,
          headers: { cookie: `sangyu=${token}`, ...OVERRIDES },
        })
  for (const token of tokens)
    for (const url of urls) await o.app.inject({ method: 'GET', url, headers: { cookie: `sangyu=${token}` } })
}

export const row: Row = {
  id: 'T17',
  about: {
    zh: '跨站请求：任何写接口都不接受；任何读取都不改动数据库',
    en: 'no writing route takes a request of another site, and no reading changes the database',
  },
  threshold: '0 accepted; 0 row changes',
  blocksMerge: true,
  run: async () => {
    const { o, staff, person } = await staffedOffice()
    try {
      const tokens = staff.map((one) => one.token)
      const start = await picture(o)
      const accepted = await forged(o, tokens, person)
      const between = await picture(o)
      await readAll(o, tokens, person)
      const end = await picture(o)
      const faults = [
        ...accepted,
        ...changed(start, between, []).map((name) => `a forged write changed ${name}`),
        ...changed(between, end, TRACES).map((name) => `reading changed ${name}`),
      ]
      return noneOf(faults, `${doors.length} doors, ${end.size} tables`)
    } finally {
      await o.close()
    }
  },
}
