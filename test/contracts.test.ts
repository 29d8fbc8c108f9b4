import assert from 'node:assert/strict'
import test from 'node:test'
import { apiPage } from '#platform/http/api-page.ts'
import { openApi } from '#platform/http/openapi.ts'
import { allParts } from '../src/main.ts'

type Json = Record<string, unknown>
type Seen = { schema: Json; parent: Json | undefined; where: string }

const { rooms } = allParts()
const document = openApi(
  rooms.map((room) => room.contract),
  '0.1.0',
)
const doors = rooms.flatMap((room) => Object.entries(room.contract))
const operations = Object.entries(recordIn(document, 'paths')).flatMap(([path, methods]) =>
  Object.entries(asRecord(methods)).map(([method, operation]) => ({ path, method, operation: asRecord(operation) })),
)

function asRecord(value: unknown): Json {
  assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), JSON.stringify(value))
  return Object.fromEntries(Object.entries(value))
}

function recordIn(value: Json, key: string): Json {
  return asRecord(value[key] ?? {})
}

const listIn = (value: Json, key: string): unknown[] => [value[key] ?? []].flat()

/** Every schema of the document, with the schema it stands in. */
function schemasOf(value: unknown, where: string, parent?: Json): Seen[] {
  const schema = asRecord(value)
  const below = (key: string, part: unknown) => schemasOf(part, `${where}/${key}`, schema)
  const keyed = ['properties', '$defs', 'patternProperties'].flatMap((key) => Object.entries(recordIn(schema, key)))
  const listed = ['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((key) => listIn(schema, key))
  const single = ['items', 'additionalProperties', 'propertyNames', 'not'].filter(
    (key) => typeof schema[key] === 'object',
  )
  return [
    { schema, parent, where },
    ...keyed.flatMap(([key, part]) => below(key, part)),
    ...listed.flatMap((part, at) => below(String(at), part)),
    ...single.flatMap((key) => below(key, schema[key])),
  ]
}

function contentOf(holder: Json, where: string): Seen[] {
  return Object.entries(recordIn(holder, 'content')).flatMap(([type, media]) => {
    const { schema } = asRecord(media)
    return schema === undefined ? [] : schemasOf(schema, `${where} ${type}`)
  })
}

function schemasOfOperation({ path, method, operation }: (typeof operations)[number]): Seen[] {
  const where = `${method} ${path}`
  const parameters = listIn(operation, 'parameters').map(asRecord)
  const answers = Object.entries(recordIn(operation, 'responses'))
  return [
    ...parameters.flatMap((one) => schemasOf(one['schema'], `${where} ${String(one['name'])}`)),
    ...(operation['requestBody'] ? contentOf(recordIn(operation, 'requestBody'), where) : []),
    ...answers.flatMap(([status, answer]) => contentOf(asRecord(answer), `${where} ${status}`)),
  ]
}

test('every door of every room is documented once', () => {
  assert.equal(document['openapi'], '3.1.0')
  const { title, version } = recordIn(document, 'info')
  assert.ok(title && version)
  const documented = operations.map(({ path, method }) => `${method} ${path}`).toSorted()
  const declared = doors.map(([, e]) => `${e.method} /api${e.path.replace(/:(\w+)/g, '{$1}')}`).toSorted()
  assert.deepEqual(documented, declared)
  const ids = operations.map(({ operation }) => operation['operationId'])
  assert.equal(new Set(ids).size, ids.length, 'a client is generated under these names')
})

test('two paths never differ by the names of their parameters only', () => {
  const paths = Object.keys(recordIn(document, 'paths'))
  const shapes = paths.map((path) => path.replace(/\{\w+\}/g, '{}'))
  assert.deepEqual(
    paths.filter((_path, at) => shapes.indexOf(shapes[at] ?? '') !== at),
    [],
  )
})

test('what stands in a path is declared, needed and typed; nothing is declared twice', () => {
  for (const { path, method, operation } of operations) {
    const parameters = listIn(operation, 'parameters').map(asRecord)
    const inPath = parameters.filter((one) => one['in'] === 'path')
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]))
    assert.deepEqual(inPath.map((one) => String(one['name'])).toSorted(), named.toSorted(), `${method} ${path}`)
    assert.ok(inPath.every((one) => one['required'] === true))
    const keys = parameters.map((one) => `${String(one['in'])} ${String(one['name'])}`)
    assert.equal(new Set(keys).size, keys.length)
    const { type } = recordIn(inPath[0] ?? { schema: { type: 'string' } }, 'schema')
    assert.ok(type === 'string' || type === 'integer', `${method} ${path}: ${String(type)}`)
  }
})

const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'])

test('every schema is one of JSON Schema 2020-12', () => {
  const schemas = operations.flatMap(schemasOfOperation)
  assert.ok(schemas.length > 500)
  for (const { schema, where } of schemas) {
    assert.ok(
      listIn(schema, 'type').every((type) => TYPES.has(String(type))),
      where,
    )
    for (const key of ['anyOf', 'oneOf', 'allOf', 'enum', 'prefixItems'])
      assert.ok(schema[key] === undefined || listIn(schema, key).length > 0, `${where} ${key}`)
    const required = listIn(schema, 'required')
    assert.equal(new Set(required).size, required.length)
    if (typeof schema['pattern'] === 'string') assert.ok(new RegExp(schema['pattern'], 'u'), where)
    assert.equal(schema['$ref'], undefined, `${where}: a schema that holds itself needs a place under components`)
  }
})

test('every answer has words, and a door that needs a session says so', () => {
  for (const { path, method, operation } of operations) {
    const responses = Object.entries(recordIn(operation, 'responses'))
    assert.ok(responses.some(([status]) => status === '200'))
    for (const [status, answer] of responses) assert.ok(/^\d{3}$/.test(status) && asRecord(answer)['description'])
    assert.match(String(operation['summary']), /^.*\p{Script=Han}.* \/ .*[A-Za-z]/u, `${method} ${path}`)
    assert.equal('security' in operation, operation['x-permission'] !== 'public', `${method} ${path}`)
  }
})

test('a personal field that is hidden or is no text may be left empty, so that cutting it keeps to the contract', () => {
  const classed = operations.flatMap(schemasOfOperation).filter(({ schema }) => schema['fieldClass'])
  assert.ok(classed.length > 20)
  for (const { schema, parent, where } of classed) {
    const own = [schema, ...listIn(schema, 'anyOf').map(asRecord)]
    const types = own.flatMap((one) => listIn(one, 'type'))
    const around = listIn(parent ?? {}, 'anyOf').map((one) => asRecord(one)['type'])
    const mayBeNull = types.includes('null') || around.includes('null') || schema['keeps'] !== undefined
    const isText = types.every((type) => type === 'string' || type === 'null')
    assert.ok(mayBeNull || (isText && schema['mask'] !== 'hide'), where)
  }
})

test('the page for people shows every door', () => {
  const page = apiPage(document, 'abc')
  assert.equal(page.match(/<tr><td>/g)?.length, doors.length)
  for (const { path } of operations) assert.ok(page.includes(`<code>${path}</code>`), path)
})
