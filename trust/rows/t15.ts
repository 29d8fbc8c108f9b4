import type { FastifyInstance } from 'fastify'
import { buildServer } from '#platform/http/server.ts'
import { asOwner } from '#test/office/owner.ts'
import { parts, type Staffed, staffedOffice } from '../kit/doors.ts'
import { noneOf, type Row } from '../row.ts'

const PROXY = '10.9.9.9'
const OFFICE = '10.1.1.1'

type Asked = {
  url: string
  method?: 'GET' | 'POST' | 'PUT'
  from?: string
  token?: string
  headers?: Record<string, string>
  body?: string | Buffer
}
type Counter = { status: number; retry: string; words: boolean }

async function ask(app: FastifyInstance, asked: Asked): Promise<Counter> {
  const { url, method = 'GET', from = OFFICE, token = '', headers = {}, body } = asked
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json'
  const answer = await app.inject({
    method,
    url,
    remoteAddress: from,
    headers: { cookie: `sangyu=${token}`, ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    ...(body === undefined ? {} : { payload: body }),
  })
  const isWord = answer.statusCode !== 429 || /请/.test(answer.body)
  return { status: answer.statusCode, retry: answer.headers['retry-after']?.toString() ?? '', words: isWord }
}

/** How many of so many requests were let through, and what was wrong with how the others were refused. */
async function pass(
  app: FastifyInstance,
  times: number,
  make: (n: number) => Asked,
): Promise<{ let: number; faults: string[] }> {
  const answers: Counter[] = []
  for (let n = 0; n < times; n++) answers.push(await ask(app, make(n)))
  const refused = answers.filter(({ status }) => status === 429)
  const faults = refused.flatMap(({ retry, words }) =>
    !/^[1-9]\d{0,2}$/.test(retry) || !words ? [`refused with retry-after "${retry}"`] : [],
  )
  return { let: answers.length - refused.length, faults: faults.slice(0, 1) }
}

/** Every word by which a client may claim to be somebody else. */
const claims = (n: number): Record<string, string> => {
  const address = `203.0.${n >> 8}.${n & 255}`
  return {
    'x-forwarded-for': address,
    forwarded: `for=${address}`,
    'x-real-ip': address,
    'x-client-ip': address,
    'cf-connecting-ip': address,
    via: address,
  }
}
const credentials = JSON.stringify({ login: 'nobody', password: 'Haitang-7-chuang' })
/** An empty form: it is counted at the door, and no password is judged. */
const knock = (headers: Record<string, string>, from = OFFICE): Asked => ({
  url: '/api/session',
  method: 'POST',
  from,
  headers,
  body: '{}',
})

type Trial = { what: string; most: number; least?: number; times: number; make: (n: number) => Asked }

function trials({ staff, person }: Staffed, second: string): Trial[] {
  const token = staff[0]?.token ?? ''
  const file = { url: `/api/people-exports/${person}/file`, method: 'POST', body: '{}' } as const
  return [
    {
      what: 'wrong passwords with forged addresses',
      times: 60,
      most: 30,
      make: (n) => ({ ...knock(claims(n), '10.1.1.9'), body: credentials }),
    },
    { what: 'sign-in from one address', times: 330, most: 300, least: 300, make: () => knock({}) },
    { what: 'sign-in with forged addresses', times: 330, most: 300, make: (n) => knock(claims(n), '10.1.1.2') },
    {
      what: 'sign-in under other spellings',
      times: 330,
      most: 300,
      make: (n) => ({
        ...knock({}, '10.1.1.3'),
        url: ['/api/session', '/api/session?x=1', '/api/%73ession'][n % 3] ?? '',
      }),
    },
    {
      what: 'sign-in with a made-up session each',
      times: 330,
      most: 300,
      make: (n) => ({ ...knock({}, '10.1.1.4'), token: n.toString(16).padStart(64, '0') }),
    },
    {
      what: 'sign-in through the proxy, one client that forges the rest',
      times: 330,
      most: 300,
      make: (n) => knock({ 'x-forwarded-for': `203.0.113.${n % 250}, 198.51.100.7` }, PROXY),
    },
    {
      what: 'sign-in through the proxy, many clients',
      times: 330,
      most: 330,
      least: 330,
      make: (n) => knock({ 'x-forwarded-for': `198.51.${n >> 8}.${n & 255}` }, PROXY),
    },
    {
      what: 'sign-in from one IPv6 household',
      times: 330,
      most: 300,
      make: (n) => knock({}, `2001:db8:1:1::${(n + 1).toString(16)}`),
    },
    {
      what: 'taking files from two browsers and many addresses',
      times: 80,
      most: 60,
      make: (n) => ({ ...file, token: n % 2 ? token : second, from: `10.2.0.${n}` }),
    },
    {
      what: 'uploading by one account',
      times: 80,
      most: 60,
      make: () => ({ url: `/api/people/${person}/photo`, method: 'PUT', token, body: Buffer.from('x') }),
    },
    { what: 'searching by one account', times: 640, most: 600, make: () => ({ url: '/api/people?q=a', token }) },
  ]
}

/** Fifty people behind one address, each asking a hundred times within the minute: a busy morning. */
async function morning({ o }: Staffed, app: FastifyInstance): Promise<string[]> {
  const people = await Promise.all(Array.from({ length: 50 }, () => o.hire()))
  let refused = 0
  for (const { token } of people)
    for (let n = 0; n < 100; n++)
      if ((await ask(app, { url: '/api/people-tags', token, from: '10.3.3.3' })).status === 429) refused++
  return refused > 0 ? [`an office of fifty was slowed ${refused} times`] : []
}

/** A second browser of the same account. */
async function secondBrowser({ o, staff }: Staffed): Promise<string> {
  const token = 'ab'.repeat(32)
  const columns = await asOwner<{ name: string }>(
    o.house,
    `select column_name as name from information_schema.columns where table_name = 'session' and is_generated = 'NEVER'`,
  )
  const names = columns.map(({ name }) => name)
  const values = names.map((name) =>
    name === 'token_hash' ? `sha256(convert_to('${token}', 'UTF8'))` : name === 'id' ? 'gen_random_uuid()' : name,
  )
  await asOwner(
    o.house,
    `insert into session (${names.join()}) select ${values.join()} from session where account_id = $1`,
    [staff[0]?.id],
  )
  return token
}

export const row: Row = {
  id: 'T15',
  about: {
    zh: '频率限制：按账号和地址，伪造的来源头绕不过去',
    en: 'limits by account and address that a forged header does not pass',
  },
  threshold: '≤ limit + 0; no bypass',
  blocksMerge: false,
  run: async () => {
    const staffed = await staffedOffice()
    const app = await buildServer(staffed.o.house, parts.rooms, { version: 'trust', proxies: [PROXY] })
    try {
      const faults: string[] = []
      const all = trials(staffed, await secondBrowser(staffed))
      for (const { what, most, least = 1, times, make } of all) {
        const found = await pass(app, times, make)
        if (found.let > most || found.let < least) faults.push(`${what}: ${found.let} let through, limit ${most}`)
        faults.push(...found.faults.map((one) => `${what}: ${one}`))
      }
      return noneOf([...faults, ...(await morning(staffed, app))], `${all.length + 1} trials`)
    } finally {
      await app.close()
      await staffed.o.close()
    }
  },
}
