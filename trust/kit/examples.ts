import { z } from 'zod'
import type { Endpoint } from '#platform/contract.ts'

type Json = Record<string, unknown>
export type Fill = (key: string, schema: Json) => unknown
/** `wide` also gives what may be left out. */
type Way = { fill: Fill; wide: boolean }

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

export function exampleFor(e: Pick<Endpoint, 'input'>, way: Way): Json {
  const schema = z.toJSONSchema(e.input, { io: 'input', unrepresentable: 'any' })
  const made = example('', schema, way)
  return isRecord(made) ? made : {}
}

function example(key: string, schema: Json, way: Way): unknown {
  const known = key ? way.fill(key, schema) : undefined
  if (known !== undefined) return known
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const choices = [schema['anyOf'] ?? schema['oneOf'] ?? []].flat().filter(isRecord)
  if (choices.length) return example(key, choices.find((one) => one['type'] !== 'null') ?? {}, way)
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, way)
    case 'array':
      return isRecord(schema['items']) ? listOf(key, schema, way) : []
    case 'integer':
    case 'number':
      return Math.max(numberIn(schema, 'minimum') ?? 0, (numberIn(schema, 'exclusiveMinimum') ?? -1) + 1)
    case 'boolean':
      return false
    case 'null':
      return null
    default:
      return textOf(schema)
  }
}

/** As many as it takes, one at least; numbers rise, for some doors ask for that. */
function listOf(key: string, schema: Json, way: Way): unknown[] {
  const items = isRecord(schema['items']) ? schema['items'] : {}
  return Array.from({ length: Math.max(1, numberIn(schema, 'minItems') ?? 1) }, (_none, at) => {
    const one = example(key, items, way)
    return typeof one === 'number' ? one + at : one
  })
}

function objectOf(schema: Json, way: Way): Json {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {}
  const required = new Set([schema['required'] ?? []].flat())
  const given = Object.entries(properties).filter(([key]) => way.wide || required.has(key))
  return Object.fromEntries(given.map(([key, part]) => [key, example(key, isRecord(part) ? part : {}, way)]))
}

function numberIn(schema: Json, key: string): number | undefined {
  return typeof schema[key] === 'number' ? schema[key] : undefined
}

const MADE: readonly string[] = [
  '1949-10-01',
  '3714240010230000000',
  '13900001111',
  '1',
  '核对',
  'abc123',
  '21:00',
  '2026-03',
  '2026-03-10T09:00:00+08:00',
  'a1'.repeat(32),
  '271828',
]

function textOf(schema: Json): string {
  if (schema['format'] === 'uri') return 'http://127.0.0.1'
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern'], 'u') : /./u
  const least = numberIn(schema, 'minLength') ?? 0
  return MADE.find((text) => pattern.test(text) && text.length >= least) ?? '核对情况'.repeat(Math.ceil(least / 4) || 1)
}
