import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { clientOf, type Got, Refused, requestOf, type Sent } from './client.ts'
import { done, endpoint, fileAnswer, nothing } from './contract.ts'

const rest = { permission: 'public', summary: { zh: '查', en: 'Look' } } as const
const contract = {
  look: endpoint({
    ...rest,
    method: 'get',
    path: '/units/:id/people/:seq',
    input: z.object({
      id: z.string(),
      seq: z.int(),
      q: z.string().optional(),
      years: z.array(z.int()).optional(),
      isOpen: z.boolean().optional(),
    }),
    output: done,
  }),
  change: endpoint({
    ...rest,
    method: 'put',
    path: '/units/:id',
    input: z.object({ id: z.string(), name: z.string().nullable(), note: z.string().optional() }),
    output: done,
  }),
  ring: endpoint({ ...rest, method: 'post', path: '/bell', input: nothing, output: done }),
  bring: endpoint({
    ...rest,
    method: 'post',
    path: '/files',
    input: z.object({ name: z.string() }),
    output: done,
    body: 'bytes',
  }),
  print: endpoint({ ...rest, method: 'get', path: '/print', input: nothing, output: fileAnswer, answer: 'file' }),
}

test('what is read travels in the address', () => {
  const sent = requestOf(contract.look, { id: 'a/b?c#d', seq: 3, q: '王 & 李', years: [1931, 1932], isOpen: false })
  assert.deepEqual(sent, {
    method: 'GET',
    url: '/api/units/a%2Fb%3Fc%23d/people/3?q=%E7%8E%8B+%26+%E6%9D%8E&years=%5B1931%2C1932%5D&isOpen=false',
    body: undefined,
    contentType: undefined,
  })
  assert.equal(requestOf(contract.look, { id: 'a', seq: 1, q: undefined }).url, '/api/units/a/people/1')
})

test('what is written travels in the body, without what the address says already', () => {
  const sent = requestOf(contract.change, { id: 'a', name: null, note: undefined })
  assert.deepEqual(sent, { method: 'PUT', url: '/api/units/a', body: '{"name":null}', contentType: 'application/json' })
  assert.equal(requestOf(contract.ring, {}).body, '{}')
})

test('a file travels as it is, its name in the address', () => {
  const bytes = Uint8Array.from([0, 255])
  const sent = requestOf(contract.bring, { name: '名单.xlsx', bytes })
  assert.deepEqual(sent, {
    method: 'POST',
    url: '/api/files?name=%E5%90%8D%E5%8D%95.xlsx',
    body: bytes,
    contentType: 'application/octet-stream',
  })
})

const answering = (got: Partial<Got>) => {
  const asked: Sent[] = []
  const client = clientOf(contract, async (sent) => {
    asked.push(sent)
    return {
      status: 200,
      json: async () => ({ ok: true }),
      bytes: async () => new Uint8Array(),
      fileName: undefined,
      ...got,
    }
  })
  return { client, asked }
}

test('an answer is handed over, a file with its name', async () => {
  assert.deepEqual(await answering({}).client.ring(), { ok: true })
  const bytes = Uint8Array.from([1])
  const named = answering({ bytes: async () => bytes, fileName: '花名册.xlsx' })
  assert.deepEqual(await named.client.print(), { name: '花名册.xlsx', bytes })
  assert.equal((await answering({}).client.print()).name, 'download')
})

const refusedWith = async (got: Partial<Got>): Promise<Refused> => {
  const thrown = await answering(got)
    .client.ring()
    .then(
      () => undefined,
      (error: unknown) => error,
    )
  assert.ok(thrown instanceof Refused)
  return thrown
}

test('a refusal arrives with its words, its code and its detail', async () => {
  const answer = {
    code: 'unit.closed',
    message: { zh: '单位已撤销。', en: 'The unit is closed.' },
    detail: { id: 'a' },
  }
  const no = await refusedWith({ status: 409, json: async () => answer })
  assert.deepEqual([no.status, no.code, no.words, no.detail], [409, answer.code, answer.message, answer.detail])
  assert.match(no.message, /409 unit\.closed 单位已撤销/)
})

test('whatever else comes back is a refusal in words too', async () => {
  const broken = async (): Promise<unknown> => JSON.parse('<html>502</html>')
  for (const json of [broken, async () => null, async () => ({})]) {
    const no = await refusedWith({ status: 502, json })
    assert.deepEqual([no.status, no.code], [502, 'http.unknown'])
    assert.equal(no.words.zh, '系统没有回应，请稍后重试。')
  }
})
