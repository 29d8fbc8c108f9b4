import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Endpoint } from '../contract.ts'

type Kinds = Map<string, string>
const kindsOf = new WeakMap<Endpoint, Kinds>()

/** The JSON type of each input field, read from the contract, so that a query string's text becomes what the field expects. */
function fieldKinds(e: Endpoint): Kinds {
  let kinds = kindsOf.get(e)
  if (!kinds) {
    const json = z.toJSONSchema(e.input, { io: 'input', unrepresentable: 'any' })
    kinds = new Map(Object.entries(json.properties ?? {}).map(([key, value]) => [key, kindOf(value)]))
    kindsOf.set(e, kinds)
  }
  return kinds
}

function kindOf(schema: unknown): string {
  if (!schema || typeof schema !== 'object') return 'string'
  if ('type' in schema && typeof schema.type === 'string') return schema.type
  if ('anyOf' in schema && Array.isArray(schema.anyOf))
    return schema.anyOf.map(kindOf).find((kind) => kind !== 'null') ?? 'string'
  return 'string'
}

/** Path parameters, query and body of a request as one object. A value that does not read as its type stays text, and zod says why. */
export function readInput(e: Endpoint, request: FastifyRequest): Record<string, unknown> {
  const kinds = fieldKinds(e)
  const fromUrl: Record<string, unknown> = {}
  // Fastify types both as unknown; they are flat records of text (or lists of text for repeated keys).
  const params = request.params as Record<string, unknown>
  const query = request.query as Record<string, unknown>
  for (const [key, value] of Object.entries({ ...query, ...params }))
    fromUrl[key] = fromText(value, kinds.get(key) ?? 'string')
  if (e.body === 'bytes')
    return { ...fromUrl, bytes: request.body instanceof Uint8Array ? request.body : new Uint8Array() }
  const body = request.body && typeof request.body === 'object' ? request.body : {}
  return { ...body, ...fromUrl }
}

function fromText(value: unknown, kind: string): unknown {
  if (kind === 'array' && typeof value === 'string' && !value.startsWith('['))
    return value === '' ? [] : value.split(',')
  if (kind === 'string' || typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
