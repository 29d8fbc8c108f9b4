import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { classed, classedKeys } from './contract.ts'
import type { FieldClass } from './ctx.ts'
import { ensurePresentable, present } from './present.ts'

const NUMBER = '13912345678'
const CUT = '139****5678'
const phone = () => classed(z.string(), 'pi', 'phone')
const sees = (...classes: FieldClass[]) => ({ sees: new Set(classes) })

/** Wherever a telephone stands in an answer: what the service gives, and the same as it leaves for somebody who may not see it. */
type Node = { phone: string; children: Node[] }
const tree: z.ZodType<Node> = z.lazy(() => z.object({ phone: phone(), children: z.array(tree) }))
const family = z.object({
  phone: phone(),
  get children() {
    return z.array(family)
  },
})
const person = z.object({ kind: z.literal('person'), phone: phone() })
const unit = z.object({ kind: z.literal('unit'), phone: z.string() })
const PLACES: [where: string, schema: z.ZodType, given: unknown, left: unknown][] = [
  ['alone', phone(), NUMBER, CUT],
  [
    'a field',
    z.object({ phone: phone(), name: z.string() }),
    { phone: NUMBER, name: '王' },
    { phone: CUT, name: '王' },
  ],
  ['nullable', z.object({ phone: phone().nullable() }), { phone: NUMBER }, { phone: CUT }],
  ['empty', z.object({ phone: phone().nullable() }), { phone: null }, { phone: null }],
  ['left out', z.object({ phone: phone().optional() }), {}, {}],
  ['by default', z.object({ phone: phone().default('') }), { phone: NUMBER }, { phone: CUT }],
  ['read only', z.object({ phone: phone() }).readonly(), { phone: NUMBER }, { phone: CUT }],
  ['caught', z.object({ phone: phone() }).catch({ phone: '' }), { phone: NUMBER }, { phone: CUT }],
  ['a list', z.array(phone()), [NUMBER, NUMBER], [CUT, CUT]],
  ['a list of lists', z.object({ a: z.array(z.array(phone())) }), { a: [[NUMBER], []] }, { a: [[CUT], []] }],
  ['a tuple', z.tuple([z.string(), phone()]), [NUMBER, NUMBER], [NUMBER, CUT]],
  ['the rest of a tuple', z.tuple([z.string()]).rest(phone()), [NUMBER, NUMBER], [NUMBER, CUT]],
  ['a record', z.record(z.string(), phone()), { 手机: NUMBER }, { 手机: CUT }],
  [
    'what else an object holds',
    z.object({ n: z.string() }).catchall(phone()),
    { n: NUMBER, m: NUMBER },
    { n: NUMBER, m: CUT },
  ],
  ['a union', z.union([phone(), z.int()]), NUMBER, CUT],
  ['another of the union', z.union([phone(), z.int()]), 7, 7],
  ['a union that would take it plain', z.union([z.string(), phone()]), NUMBER, CUT],
  [
    'a kind of several',
    z.discriminatedUnion('kind', [person, unit]),
    { kind: 'person', phone: NUMBER },
    { kind: 'person', phone: CUT },
  ],
  [
    'the other kind',
    z.discriminatedUnion('kind', [person, unit]),
    { kind: 'unit', phone: NUMBER },
    { kind: 'unit', phone: NUMBER },
  ],
  ['one of two objects', z.union([person, unit]), { kind: 'person', phone: NUMBER }, { kind: 'person', phone: CUT }],
  [
    'both of two objects',
    z.object({ a: z.string() }).and(z.object({ b: phone() })),
    { a: NUMBER, b: NUMBER },
    { a: NUMBER, b: CUT },
  ],
  ['before a transformation', z.object({ p: phone() }).transform((o) => o.p), { p: NUMBER }, { p: CUT }],
  ['before a pipe', phone().pipe(z.string()), NUMBER, CUT],
  [
    'a transformed value of its own',
    classed(
      z.string().transform((s) => s.length),
      'pi',
      'phone',
    ),
    NUMBER,
    CUT,
  ],
  [
    'a tree',
    tree,
    { phone: NUMBER, children: [{ phone: NUMBER, children: [] }] },
    { phone: CUT, children: [{ phone: CUT, children: [] }] },
  ],
  [
    'a family',
    family,
    { phone: NUMBER, children: [{ phone: NUMBER, children: [] }] },
    { phone: CUT, children: [{ phone: CUT, children: [] }] },
  ],
  [
    'a checked field',
    z.object({
      p: phone()
        .min(3)
        .refine(() => true)
        .describe('电话'),
    }),
    { p: NUMBER },
    { p: CUT },
  ],
  ['an optional copy', z.object({ p: phone() }).partial(), { p: NUMBER }, { p: CUT }],
  ['a wider copy', z.object({ p: phone() }).extend({ n: z.string() }).omit({ n: true }), { p: NUMBER }, { p: CUT }],
]

test('a telephone is cut wherever it stands in an answer', () => {
  for (const [where, schema, given, left] of PLACES) {
    assert.deepEqual(present(schema, given, sees()), left, where)
    assert.deepEqual(present(schema, given, sees('sensitive', 'restricted')), left, `${where}, with other classes`)
  }
})

test('whoever may see it sees it whole, and what the service gave stays as it is', () => {
  for (const [where, schema, given] of PLACES) {
    const before = structuredClone(given)
    present(schema, given, sees())
    assert.deepEqual(given, before, where)
    assert.deepEqual(present(schema, given, sees('pi')), before, where)
  }
})

test('what is no text cannot be masked and is left out', () => {
  for (const value of [1_200, true, ['高血压'], { note: '高血压' }]) {
    const schema = z.object({ health: classed(z.unknown(), 'restricted', 'date') })
    assert.deepEqual(present(schema, { health: value }, sees('pi', 'sensitive')), { health: null })
  }
})

test('a class given to a whole part covers it, also in a copy with more fields', () => {
  const whole = classed(z.object({ illness: z.string() }), 'restricted', 'hide')
  const copies: z.ZodType[] = [whole, whole.extend({ since: z.string() }), whole.partial(), whole.nullable()]
  for (const schema of copies) assert.equal(present(schema, { illness: '高血压', since: '2019' }, sees('pi')), null)
})

test('keys that a list knows at run time are cut by their classes, wherever the record stands', () => {
  const classes = new Map([['mobile', { fieldClass: 'pi', mask: 'phone' }] as const])
  const fields = classedKeys<Record<string, unknown>>((value) => typeof value === 'object', classes)
  const given = { mobile: NUMBER, post: '局长' }
  for (const schema of [fields, fields.nullable(), fields.describe('栏目')])
    assert.deepEqual(present(schema, given, sees()), { mobile: CUT, post: '局长' })
  assert.deepEqual(present(z.array(fields), [given], sees('pi')), [given])
  assert.deepEqual(present(fields, { mobile: ['139'] }, sees()), { mobile: null })
})

test('an answer that is none of the alternatives is cut by all of them', () => {
  const schema = z.union([person, unit])
  const odd: unknown = { kind: 'nobody', phone: NUMBER }
  assert.deepEqual(present(schema, odd as z.input<typeof schema>, sees()), { kind: 'nobody', phone: CUT }) // on purpose not of the type
})

test('what has nothing personal in it passes as it is', () => {
  const schema = z.object({ name: z.string(), tags: z.array(z.string()), at: z.date(), any: z.unknown() })
  const value = { name: '邢侗街道', tags: ['a'], at: new Date(0), any: { phone: NUMBER } }
  assert.equal(present(schema, value, sees()), value)
})

test('a schema whose personal fields cannot be cut is refused before it serves anybody', () => {
  const shut: z.ZodType[] = [
    z
      .string()
      .transform((text) => ({ phone: text }))
      .pipe(z.object({ phone: phone() })),
    z.preprocess((value) => value, phone()),
    z.map(z.string(), phone()),
    z.set(phone()),
    z.record(phone(), z.string()),
  ]
  for (const schema of shut)
    for (const outer of [schema, z.object({ list: z.array(schema).nullable() })])
      for (const _turn of ['first', 'again']) assert.throws(() => ensurePresentable(outer), /personal/)
})
