import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Endpoint, Input } from '../contract.ts'
import { badInput } from '../refuse.ts'
import { plainTexts } from './text/index.ts'

type Kind = { type: string; item: string }
const kindsOf = new WeakMap<Endpoint, Map<string, Kind>>()

function fieldKinds(e: Endpoint): Map<string, Kind> {
  let kinds = kindsOf.get(e)
  if (!kinds) {
    const json = z.toJSONSchema(e.input, { io: 'input', unrepresentable: 'any' })
    kinds = new Map(Object.entries(json.properties ?? {}).map(([key, schema]) => [key, kindOf(schema)]))
    kindsOf.set(e, kinds)
  }
  return kinds
}

function kindOf(schema: unknown): Kind {
  const branches = branchesOf(schema)
  const found = branches.flatMap((branch) => textsIn(branch['type'])).filter((type) => type !== 'null')
  const items = branches.find((branch) => 'items' in branch)
  // What may be text stays text: only then a name such as 123 is not taken for a number.
  const type = found.includes('string') ? 'string' : (found[0] ?? 'string')
  return { type, item: items ? kindOf(items.items).type : 'string' }
}

function branchesOf(schema: unknown): Record<string, unknown>[] {
  if (!isRecord(schema)) return []
  const lists: unknown[] = [schema['anyOf'], schema['oneOf'], schema['allOf']]
  return [schema, ...lists.flat().flatMap(branchesOf)]
}

function textsIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((one) => typeof one === 'string')
}

/** Path parameters, and the query (reading, uploads) or the JSON body, as one object checked by the contract. Refuses what the contract does not know. */
export function readInput<E extends Endpoint>(e: E, request: FastifyRequest): Input<E> {
  const kinds = fieldKinds(e)
  const params = request.params as Record<string, unknown> // Fastify's own flat record of text
  const query = request.query as Record<string, unknown> // text, or lists of text for repeated keys
  const isInUrl = e.method === 'get' || e.body === 'bytes'
  const raw: Record<string, unknown> = isInUrl ? { ...query } : { ...fromBody(request.body) }
  for (const [key, value] of Object.entries({ ...(isInUrl ? query : {}), ...params }))
    raw[key] = fromText(value, kinds.get(key) ?? TEXT)
  const asked = accept(e.input, plainTexts(raw))
  if (e.body !== 'bytes') return asked as Input<E> // what the contract's own schema gives
  const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
  return { ...asked, bytes } as unknown as Input<E> // as above, with the file
}

const chinese = z.locales.zhCN()

function accept(schema: z.ZodObject, raw: Record<string, unknown>): Record<string, unknown> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const zh = schema.safeParse(raw, { error: chinese.localeError }).error?.issues ?? []
  throw badInput({
    issues: parsed.error.issues.map(({ path, message }, at) => ({
      path: path.join('.'),
      message: { zh: zh[at]?.message ?? message, en: message },
    })),
  })
}

const TEXT: Kind = { type: 'string', item: 'string' }

function fromBody(body: unknown): Record<string, unknown> {
  if (body === undefined || body === null) return {}
  if (isRecord(body) && !(body instanceof Uint8Array)) return body
  throw badInput({ issues: [{ path: '', message: { zh: '须为一个 JSON 对象', en: 'must be a JSON object' } }] })
}

/** A value that does not read as its type stays text, and zod says why. */
function fromText(value: unknown, { type, item }: Kind): unknown {
  if (type === 'array') return listFrom(value, item)
  if (type === 'string' || typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** A list comes as JSON, as repeated keys, or with commas. */
function listFrom(value: unknown, item: string): unknown {
  if (typeof value === 'string' && value.startsWith('[')) return fromText(value, { type: 'json', item })
  const texts = typeof value === 'string' ? (value === '' ? [] : value.split(',')) : value
  return Array.isArray(texts) ? texts.map((text) => fromText(text, { type: item, item: 'string' })) : texts
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
