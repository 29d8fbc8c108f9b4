import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { board } from '#test/notice-board.ts'
import { endpoint, nothing } from '../contract.ts'
import { apiPage } from './api-page.ts'
import { openApi } from './openapi.ts'

const document = openApi([board], '1.2.3')
const paths = document['paths'] as Record<string, Record<string, Record<string, unknown>>> // openApi made it just now

test('a door is documented under its path and method, with who may use it', () => {
  assert.deepEqual(Object.keys(paths).slice(0, 3), [
    '/api/board-notices',
    '/api/board-notices/{code}',
    '/api/board-notices-mine',
  ])
  assert.deepEqual(Object.keys(paths['/api/board-notices'] ?? {}), ['get', 'post', 'delete'])
  const pin = paths['/api/board-notices']?.['post']
  assert.deepEqual(
    [pin?.['operationId'], pin?.['summary'], pin?.['x-permission'], pin?.['security']],
    ['pinNotice', '公告 / Notices', 'people.write', [{ session: [] }]],
  )
  assert.equal(paths['/api/board-notices-hours']?.['get']?.['security'], undefined)
})

test('what is read stands in the address, what is written in the body, a file by itself', () => {
  assert.deepEqual(paths['/api/board-notices/{code}']?.['put']?.['parameters'], [
    { name: 'code', in: 'path', required: true, schema: { type: 'string' } },
  ])
  const schema = { type: 'object', properties: { phone: { type: 'string' } }, required: ['phone'] }
  assert.deepEqual(paths['/api/board-notices/{code}']?.['put']?.['requestBody'], {
    required: true,
    content: { 'application/json': { schema } },
  })
  const print = paths['/api/board-notices-print']?.['get']
  assert.deepEqual(print?.['parameters'], [
    { name: 'type', in: 'query', required: false, schema: { type: 'string', default: 'text/plain' } },
  ])
  assert.equal(print?.['requestBody'], undefined)
  assert.match(
    JSON.stringify(print?.['responses']),
    /"200":\{"description":"ok","content":\{"application\/octet-stream"/,
  )
  const picture = paths['/api/board-notices-pictures']?.['post']
  assert.deepEqual(picture?.['requestBody'], { required: true, content: { 'application/octet-stream': {} } })
  assert.match(JSON.stringify(picture?.['parameters']), /"name":"width","in":"query","required":true/)
})

test('a write without values is documented as the empty object it has to send', () => {
  const wave = endpoint({ ...board.pinNotice, method: 'delete', path: '/waves/:id', input: z.object({ id: z.uuid() }) })
  assert.match(
    JSON.stringify(openApi([{ wave }], '1')),
    /"requestBody":\{"required":true,"content":\{"application\/json":\{"schema":\{"type":"object","properties":\{\},/,
  )
})

test('every refusal is documented by its status, several under one', () => {
  const gone = { code: 'board.gone', status: 409 }
  const shut = { code: 'board.shut', status: 409 }
  const e = endpoint({ ...board.pinNotice, refusals: [gone, shut, { code: 'board.not_yours', status: 403 }] })
  const text = JSON.stringify(openApi([{ e }], '1'))
  for (const said of ['"400":{"description":"input.invalid"}', '"401":{"description":"auth.signed_out"}'])
    assert.ok(text.includes(said), said)
  assert.ok(text.includes('"403":{"description":"auth.forbidden, board.not_yours"}'))
  assert.ok(text.includes('"409":{"description":"board.gone, board.shut"}'))
})

test('a personal field is documented with its class and how it is cut', () => {
  assert.match(
    JSON.stringify(paths['/api/board-notices/{code}']?.['get']),
    /"phone":\{"type":"string","fieldClass":"pi","mask":"phone"\}/,
  )
})

test('the page for people shows every door and runs nothing', () => {
  const summary = { zh: '<script>alert(1)</script>', en: 'a & "b"' }
  const odd = endpoint({
    method: 'get',
    path: '/odd',
    permission: 'public',
    summary,
    input: nothing,
    output: z.object({}),
  })
  const page = apiPage(openApi([board, { odd }], '1'), 'abc')
  assert.equal(page.match(/<tr><td>/g)?.length, Object.keys(board).length + 1)
  assert.ok(page.includes('<b>GET</b></td><td><code>/api/odd</code></td><td>&#60;script&#62;alert(1)'))
  assert.doesNotMatch(page, /<script|\son\w+=|https?:/i)
  assert.ok(page.startsWith('<!doctype html><html lang="zh-CN">'))
})
