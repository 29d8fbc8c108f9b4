import { z } from 'zod'
import type { Endpoint } from '#platform/contract.ts'
import { probe } from './corpus.ts'

type Json = Record<string, unknown>
/** A place for words in what a door takes, and how many fit. */
export type TextField = { path: readonly string[]; most: number }

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const PROBE = probe(9_999)
const ENDLESS = 4_000
const DEEPEST = 7
/** Stands for any place of a list, and any key of a record. */
const ANY = '0'

/** Every field of a door into which a script could be written, as its own schema says. */
export function textFieldsOf(e: Pick<Endpoint, 'input'>): TextField[] {
  const schema: unknown = z.toJSONSchema(e.input, { io: 'input', unrepresentable: 'any' })
  const found = new Map(isRecord(schema) ? walk(schema, []).map((field) => [field.path.join('.'), field]) : [])
  return [...found.values()]
}

function walk(schema: Json, path: readonly string[]): TextField[] {
  if ('const' in schema || 'enum' in schema || path.length > DEEPEST) return []
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => schema[key] ?? []).filter(isRecord)
  const within = isRecord(schema['properties']) ? Object.entries(schema['properties']) : []
  const below = [...within, [ANY, schema['items']] as const, [ANY, schema['additionalProperties']] as const]
  return [
    ...textOf(schema, path),
    ...branches.flatMap((branch) => walk(branch, path)),
    ...below.flatMap(([key, part]) => (isRecord(part) ? walk(part, [...path, key]) : [])),
  ]
}

function textOf(schema: Json, path: readonly string[]): TextField[] {
  const { type, format, pattern, maxLength } = schema
  if (![type].flat().includes('string') || format !== undefined) return []
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(PROBE)) return []
  const most = typeof maxLength === 'number' ? maxLength : ENDLESS
  return most < PROBE.length ? [] : [{ path, most }]
}

/** The same input with a text at a place of it; what is missing on the way there is made. */
export function withText(input: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text
  if (key === ANY && !isRecord(input)) {
    const [first, ...others] = Array.isArray(input) ? (input as unknown[]) : [] // a list of anything
    return [withText(first, rest, text), ...others]
  }
  const record = isRecord(input) ? input : {}
  return { ...record, [key]: withText(record[key], rest, text) }
}
