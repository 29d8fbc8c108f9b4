import fc from 'fast-check'

/** What people, and those who try doors for a living, put into fields. */
export const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  2_147_483_648,
  '9223372036854775808',
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '𠮷野家',
  'é́́',
  '\r\nSet-Cookie: a=b',
  '\u001b[31m',
  "' or 1=1 --",
  '"; drop table person; --',
  '%_\\',
  '(((((',
  '{{7*7}}',
  // oxlint-disable-next-line no-template-curly-in-string -- what a template engine would take for its own
  '${7*7}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '2026-02-30',
  '0000-00-00',
  '99999-12-31',
  '-infinity',
  '1e400',
  'null',
  'undefined',
  '[object Object]',
  'x'.repeat(70_000),
  '张'.repeat(20_000),
  [],
  {},
  [[[[[[]]]]]],
  Array.from({ length: 500 }, () => 'x'),
  { $gt: '' },
  { constructor: { prototype: { admin: true } } },
  { toString: 'x', length: -1 },
]

type Schema = Record<string, unknown>
type Arbitrary = fc.Arbitrary<unknown>

/** Values that fit a JSON schema, with a hostile one here and there; `known` are ids of rows that exist. */
export function valuesOf(schema: Schema, known: readonly string[]): Arbitrary {
  return fc.oneof(
    { weight: 6, arbitrary: fitting(schema, known, 0) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  )
}

const MOST_DEEP = 5

function fitting(schema: Schema, known: readonly string[], depth: number): Arbitrary {
  const deeper = (one: unknown): Arbitrary =>
    isSchema(one) && depth < MOST_DEEP
      ? fc.oneof(
          { weight: 12, arbitrary: fitting(one, known, depth + 1) },
          { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
        )
      : fc.jsonValue({ maxDepth: 2 })
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum']) && schema['enum'].length > 0) return fc.constantFrom(...schema['enum'])
  const branches = [schema['anyOf'] ?? schema['oneOf'] ?? []].flat()
  if (branches.length > 0) return fc.oneof(...branches.map(deeper))
  switch ([schema['type']].flat()[0]) {
    case 'string':
      return textOf(schema, known)
    case 'integer':
      return fc.integer({ min: within(schema['minimum'], -1_000), max: within(schema['maximum'], 1_000_000) })
    case 'number':
      return fc.double({ min: within(schema['minimum'], -1e6), max: within(schema['maximum'], 1e6), noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(deeper(schema['items'] ?? {}), { maxLength: 4 })
    case 'object':
      return objectOf(schema, deeper)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

const within = (bound: unknown, usual: number): number =>
  typeof bound === 'number' ? Math.max(-1e9, Math.min(1e9, bound)) : usual

function textOf({ format, pattern, maxLength }: Schema, known: readonly string[]): Arbitrary {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...known), fc.uuid())
  if (format === 'date')
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
  if (typeof pattern === 'string') return matching(pattern)
  const most = typeof maxLength === 'number' ? Math.min(maxLength, 60) : 60
  return fc.oneof(
    fc.string({ maxLength: most, unit: 'grapheme' }),
    fc.constantFrom('张建国', '13800000000', '1936-03', ...known),
  )
}

function matching(pattern: string): Arbitrary {
  try {
    return fc.stringMatching(new RegExp(pattern))
  } catch {
    return fc.string()
  }
}

function objectOf(
  { properties, required, additionalProperties }: Schema,
  deeper: (one: unknown) => Arbitrary,
): Arbitrary {
  const fields = isSchema(properties) ? properties : {}
  const names = Object.keys(fields)
  const model = Object.fromEntries(names.map((name) => [name, deeper(fields[name])]))
  const needed = [required ?? []].flat().filter((one): one is string => typeof one === 'string' && names.includes(one))
  const known = fc.record(model, { requiredKeys: needed })
  if (!isSchema(additionalProperties)) return known
  return fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), deeper(additionalProperties), { maxKeys: 3 })
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
