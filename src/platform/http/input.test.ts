import assert from 'node:assert/strict'
import test from 'node:test'
import Fastify from 'fastify'
import { z } from 'zod'
import { endpoint, nothing, paging } from '../contract.ts'
import { Refusal } from '../refuse.ts'
import { readInput } from './input.ts'

const rest = { permission: 'public', summary: { zh: '查', en: 'Look' }, output: z.unknown() } as const
const look = endpoint({
  ...rest,
  method: 'get',
  path: '/rows/:code',
  input: z.object({
    code: z.string(),
    q: z.string().optional(),
    year: z.int().optional(),
    share: z.number().nullable().optional(),
    isOpen: z.boolean().optional(),
    plan: z.enum(['new', 'changed']).optional(),
    level: z.literal([1, 2]).optional(),
    streets: z.array(z.string()).optional(),
    years: z.array(z.int()).nullable().optional(),
    filter: z.object({ unit: z.string() }).optional(),
    filters: z.array(z.object({ unit: z.string() })).optional(),
    kind: z.discriminatedUnion('is', [z.object({ is: z.literal('a') }), z.object({ is: z.literal('b') })]).optional(),
    any: z.union([z.string(), z.int(), z.null()]).optional(),
    ...paging,
  }),
})
const write = endpoint({
  ...rest,
  method: 'put',
  path: '/rows/:code',
  input: z.object({ code: z.string(), text: z.string().default(''), count: z.int().optional() }),
})
const bring = endpoint({ ...rest, method: 'post', path: '/rows', body: 'bytes', input: z.object({ width: z.int() }) })
const ring = endpoint({ ...rest, method: 'post', path: '/bell', input: nothing })

const app = Fastify()
app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
app.setErrorHandler((error, _request, reply) => {
  if (error instanceof Refusal) return reply.code(error.status).send({ code: error.code, message: error.words })
  throw error
})
for (const e of [look, write, bring, ring])
  app.route({
    method: e.method,
    url: e.path,
    handler: async (request) => {
      const { bytes, ...said }: Record<string, unknown> = readInput(e, request)
      return bytes instanceof Uint8Array ? { ...said, bytes: [...bytes] } : said
    },
  })

async function read(query: string): Promise<unknown> {
  const answer = await app.inject(`/rows/371424?${query}`)
  if (answer.statusCode !== 200) return answer.json().code
  const { code: _code, offset: _offset, limit: _limit, ...said } = answer.json()
  return said
}

test('an address is read as its fields mean it', async () => {
  const READ: [query: string, read: unknown][] = [
    ['', {}],
    ['q=123', { q: '123' }],
    ['q=true&plan=new', { q: 'true', plan: 'new' }],
    ['q=%E7%8E%8B+%26+%E6%9D%8E', { q: '王 & 李' }],
    ['year=1931', { year: 1931 }],
    ['year=1931.5', 'input.invalid'],
    ['year=', 'input.invalid'],
    ['year=abc', 'input.invalid'],
    ['year=%221931%22', 'input.invalid'],
    ['year=1931&year=1932', 'input.invalid'],
    ['share=0.5', { share: 0.5 }],
    ['share=null', { share: null }],
    ['isOpen=false', { isOpen: false }],
    ['isOpen=0', 'input.invalid'],
    ['level=2', { level: 2 }],
    ['streets=a,b', { streets: ['a', 'b'] }],
    ['streets=a', { streets: ['a'] }],
    ['streets=', { streets: [] }],
    ['streets=a&streets=b,c', { streets: ['a', 'b,c'] }],
    [`streets=${encodeURIComponent('["a,b"]')}`, { streets: ['a,b'] }],
    ['streets=[a', 'input.invalid'],
    ['streets=12,13', { streets: ['12', '13'] }],
    ['years=1931,1932', { years: [1931, 1932] }],
    ['years=1931&years=1932', { years: [1931, 1932] }],
    ['years=%5B1931%5D', { years: [1931] }],
    [`filter=${encodeURIComponent('{"unit":"教育局"}')}`, { filter: { unit: '教育局' } }],
    [`filters=${encodeURIComponent('[{"unit":"a"},{"unit":"b"}]')}`, { filters: [{ unit: 'a' }, { unit: 'b' }] }],
    [`kind=${encodeURIComponent('{"is":"b"}')}`, { kind: { is: 'b' } }],
    ['any=123', { any: '123' }],
    ['unknown=1&__proto__=2&constructor=3', {}],
  ]
  for (const [query, expected] of READ) assert.deepEqual(await read(query), expected, query)
})

test('what is left out has the contract’s own value, and the address names the record', async () => {
  assert.deepEqual((await app.inject('/rows/371424?code=110101')).json(), { code: '371424', offset: 0, limit: 50 })
  assert.equal((await app.inject('/rows/371424?limit=201')).statusCode, 400)
})

test('a refusal names every field in both languages', async () => {
  const { message } = (await app.inject('/rows/371424?year=abc&isOpen=yes')).json()
  assert.match(message.zh, /^提交的内容有误：year——无效输入：.+；isOpen——无效输入：.+。请改正后再提交。$/)
  assert.match(message.en, /^The request is not right: year: Invalid input: .+; isOpen: Invalid input: /)
})

const put = async (url: string, payload?: unknown) => {
  const body = payload === undefined ? {} : { payload: JSON.stringify(payload) }
  const answer = await app.inject({ method: 'PUT', url, headers: { 'content-type': 'application/json' }, ...body })
  return answer.statusCode === 200 ? answer.json() : (answer.json().code ?? answer.statusCode)
}

test('neither a body nor a query overrules what the address names', async () => {
  assert.deepEqual(await put('/rows/a', { code: 'b', text: 'x' }), { code: 'a', text: 'x' })
  assert.deepEqual(await put('/rows/a?code=c&text=z', { text: 'x' }), { code: 'a', text: 'x' })
})

test('what no database can keep is refused before anybody works with it, wherever it stands', async () => {
  for (const body of [{ text: 'a\u0000b' }, { text: '\ud800' }, { tags: [['\u0000']] }, { deep: { '\u0000': 1 } }])
    assert.equal(await put('/rows/a', body), 'input.invalid', JSON.stringify(body))
})

test('a body is taken as it is typed, and must be an object', async () => {
  assert.equal(await put('/rows/a', { count: '3' }), 'input.invalid')
  assert.deepEqual(await put('/rows/a', { count: 3 }), { code: 'a', text: '', count: 3 })
  for (const body of [[], ['text'], 'text', 7, true]) assert.equal(await put('/rows/a', body), 'input.invalid')
  assert.deepEqual(await put('/rows/a', null), { code: 'a', text: '' })
  assert.deepEqual(await put('/rows/a', { __proto__: null, extra: 1 }), { code: 'a', text: '' })
})

test('an upload is its bytes with the fields of the address; without a body it is empty', async () => {
  const headers = { 'content-type': 'application/octet-stream' }
  const sent = await app.inject({ method: 'POST', url: '/rows?width=640', headers, payload: Buffer.from([0, 255]) })
  assert.deepEqual(sent.json(), { width: 640, bytes: [0, 255] })
  const empty = await app.inject({ method: 'POST', url: '/rows?width=640' })
  assert.deepEqual(empty.json(), { width: 640, bytes: [] })
})

test('who asks for nothing in particular needs no body', async () => {
  assert.deepEqual((await app.inject({ method: 'POST', url: '/bell' })).json(), {})
})

test('a body nested without end is refused in words, and what cannot be seen is not taken in', async () => {
  const send = (payload: string) =>
    app.inject({ method: 'PUT', url: '/rows/1', headers: { 'content-type': 'application/json' }, payload })
  const deep = await send(`{"text":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)
  assert.equal(deep.statusCode, 400)
  assert.match(deep.json().message.zh, /嵌套超过 32 层/)
  assert.equal((await send('{"text":"\\u202e王\\u200b𠮷"}')).json().text, '王𠮷')
  assert.deepEqual(await read(`q=${encodeURIComponent('\ufeff王\u200b𠮷')}`), { q: '王𠮷' })
})
