import type { z } from 'zod'
import type { MaskKind } from './contract.ts'
import type { Actor, FieldClass } from './ctx.ts'

type Cut = (value: unknown, sees: ReadonlySet<FieldClass>) => unknown

/** What is left of a value for a reader who may not see it whole: enough to tell two people apart, not enough to use. */
export function mask(kind: MaskKind, value: string): string | null {
  const chars = [...value]
  switch (kind) {
    case 'id':
      return value.length >= 15
        ? `${value.slice(0, 6)}${'*'.repeat(value.length - 8)}${value.slice(-2)}`
        : '*'.repeat(chars.length)
    case 'phone':
      return value.length >= 7 ? `${value.slice(0, 3)}****${value.slice(-2)}` : '*'.repeat(chars.length)
    case 'name':
      return chars.length > 1 ? `${chars[0]}${'*'.repeat(chars.length - 1)}` : '*'
    case 'address':
      return chars.length > 6 ? `${chars.slice(0, 6).join('')}…` : '…'
    case 'date':
      return value.slice(0, 4)
    case 'hide':
      return null
  }
}

// The parts of a zod schema that are walked; zod keeps them on `_zod.def`.
type Def = {
  type: string
  innerType?: z.ZodType
  element?: z.ZodType
  shape?: Record<string, z.ZodType>
  out?: z.ZodType
  valueType?: z.ZodType
}

const compiled = new WeakMap<z.ZodType, Cut | null>()

function cutterOf(schema: z.ZodType): Cut | null {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  const cut = compile(schema)
  compiled.set(schema, cut)
  return cut
}

function compile(schema: z.ZodType): Cut | null {
  const meta = schema.meta()
  const fieldClass = meta?.fieldClass as FieldClass | undefined // set only by `classed`
  if (fieldClass) {
    const kind = meta?.mask as MaskKind // set together with the class by `classed`
    return (value, sees) =>
      sees.has(fieldClass) || value == null ? value : typeof value === 'string' ? mask(kind, value) : null
  }
  const def = schema._zod.def as unknown as Def // the public shape of every zod definition that has parts
  const inner = def.innerType ?? def.out
  if (inner) return cutterOf(inner)
  if (def.element) return compileList(def.element)
  if (def.valueType) return compileRecord(def.valueType)
  return def.shape ? compileObject(def.shape) : null
}

function compileList(element: z.ZodType): Cut | null {
  const cut = cutterOf(element)
  return cut && ((value, sees) => (Array.isArray(value) ? value.map((item) => cut(item, sees)) : value))
}

function compileRecord(values: z.ZodType): Cut | null {
  const cut = cutterOf(values)
  if (!cut) return null
  return (value, sees) =>
    value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item, sees)]))
      : value
}

function compileObject(shape: Record<string, z.ZodType>): Cut | null {
  const cuts = Object.entries(shape).flatMap(([key, part]) => {
    const cut = cutterOf(part)
    return cut ? [[key, cut] as const] : []
  })
  if (!cuts.length) return null
  return (value, sees) => {
    if (!value || typeof value !== 'object') return value
    const copy: Record<string, unknown> = { ...value }
    for (const [key, cut] of cuts) if (key in copy) copy[key] = cut(copy[key], sees)
    return copy
  }
}

/** Cuts an answer to what its reader may see. The one place where masking happens: pages, exports, papers and search all pass here. */
export function present<S extends z.ZodType>(schema: S, value: z.input<S>, actor: Pick<Actor, 'sees'>): z.input<S> {
  const cut = cutterOf(schema)
  return cut ? (cut(value, actor.sees) as z.input<S>) : value // a cut keeps the shape of what it is given
}
