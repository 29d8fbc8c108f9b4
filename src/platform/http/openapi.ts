import { z } from 'zod'
import type { Contract, Endpoint } from '../contract.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of every mounted contract, made from the declarations the routes run on. */
export function openApi(contracts: readonly Contract[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const contract of contracts)
    for (const [name, e] of Object.entries(contract)) {
      const path = `/api${e.path.replace(/:(\w+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [e.method]: operation(name, e) }
    }
  return {
    openapi: '3.1.0',
    info: {
      title: '桑榆 Sangyu',
      version,
      description: '社区离退休干部服务管理平台接口 / API of the platform for retired cadres',
    },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sangyu' } } },
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}

function operation(name: string, e: Endpoint): Json {
  const input = schemaOf(e.input, 'input')
  const properties = isRecord(input.properties) ? input.properties : {}
  const required = Array.isArray(input.required) ? input.required : []
  const inPath = new Set([...e.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''))
  const inUrl = e.method === 'get' || e.body === 'bytes'
  const parameters = Object.entries(properties)
    .filter(([key]) => inUrl || inPath.has(key))
    .map(([key, schema]) => ({
      name: key,
      in: inPath.has(key) ? 'path' : 'query',
      required: inPath.has(key) || required.includes(key),
      schema,
    }))
  const body = inUrl ? {} : Object.fromEntries(Object.entries(properties).filter(([key]) => !inPath.has(key)))
  return {
    operationId: name,
    summary: `${e.summary.zh} / ${e.summary.en}`,
    'x-permission': e.permission,
    ...(e.permission === 'public' ? {} : { security: [{ session: [] }] }),
    ...(parameters.length ? { parameters } : {}),
    ...requestBody(e, body, required),
    responses: responses(e),
  }
}

/** A write without values is an empty object: every write says what kind it sends, or it is refused as another site's (415). */
function requestBody(e: Endpoint, properties: Json, required: unknown[]): Json {
  if (e.body === 'bytes') return { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
  if (e.method === 'get') return {}
  const schema = {
    type: 'object',
    properties,
    required: required.filter((key) => typeof key === 'string' && key in properties),
  }
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

function responses(e: Endpoint): Json {
  const ok =
    e.answer === 'file'
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: schemaOf(e.output, 'output') } }
  const refused: Json = { 400: { description: 'input.invalid' } }
  if (e.permission !== 'public') {
    refused[401] = { description: 'auth.signed_out' }
    refused[403] = { description: 'auth.forbidden' }
  }
  for (const kind of e.refusals ?? []) {
    const known = refused[kind.status]
    const before = isRecord(known) && typeof known.description === 'string' ? `${known.description}, ` : ''
    refused[kind.status] = { description: before + kind.code }
  }
  return { 200: { description: 'ok', content: ok }, ...refused }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
