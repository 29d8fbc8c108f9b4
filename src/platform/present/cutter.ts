import type { z } from 'zod'
import { classOf, keyClassesOf, type Personal } from '../contract.ts'
import type { FieldClass } from '../ctx.ts'
import { mask } from './mask.ts'
import { Witness } from './witness.ts'

export type Cut = (value: unknown, sees: ReadonlySet<FieldClass>) => unknown

type Def = {
  type: string
  innerType?: z.ZodType
  element?: z.ZodType
  shape?: Record<string, z.ZodType>
  catchall?: z.ZodType
  keyType?: z.ZodType
  valueType?: z.ZodType
  options?: readonly z.ZodType[]
  items?: readonly z.ZodType[]
  rest?: z.ZodType | null
  left?: z.ZodType
  right?: z.ZodType
  in?: z.ZodType
  out?: z.ZodType
  getter?: () => z.ZodType
}

const LEAVES = new Set(
  'string number int boolean bigint symbol null undefined void never any unknown date nan file enum literal template_literal transform custom'.split(
    ' ',
  ),
)

const compiled = new WeakMap<z.ZodType, Cut | null>()

/** What cuts the values of a schema, or null where there is nothing personal in them. Throws for what it cannot cut: then nothing is served. */
export function cutterOf(schema: z.ZodType): Cut | null {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  if (!isPersonal(schema)) {
    compiled.set(schema, null)
    return null
  }
  // A schema may hold itself, as a family tree does: while it is being built it is reached through this.
  let built: Cut = () => null
  compiled.set(schema, (value, sees) => built(value, sees))
  try {
    built = compile(schema)
  } catch (error) {
    compiled.delete(schema)
    throw error
  }
  compiled.set(schema, built)
  return built
}

/** Whether anything in a schema has a class, however deep. */
function isPersonal(schema: z.ZodType, seen = new Set<z.ZodType>()): boolean {
  if (seen.has(schema)) return false
  seen.add(schema)
  return (
    classOf(schema) !== undefined ||
    keyClassesOf(schema) !== undefined ||
    partsOf(schema).some((part) => isPersonal(part, seen))
  )
}

function defOf(schema: z.ZodType): Def {
  return schema._zod.def
}

function partsOf(schema: z.ZodType): z.ZodType[] {
  const def = defOf(schema)
  const parts = [def.innerType, def.element, def.catchall, def.keyType, def.valueType, def.rest, def.left, def.right]
  const all = [
    ...parts,
    def.in,
    def.out,
    ...(def.options ?? []),
    ...(def.items ?? []),
    ...Object.values(def.shape ?? {}),
  ]
  const found = all.filter((part) => part != null)
  if (def.getter) found.push(def.getter())
  if (!found.length && !LEAVES.has(def.type) && !EMPTY.has(def.type)) throw unknownKind(def)
  return found
}

const EMPTY = new Set(['object', 'tuple', 'union'])
const unknownKind = (def: Def) => new Error(`a personal field stands where it cannot be cut: in a ${def.type}`)

function compile(schema: z.ZodType): Cut {
  const personal = classOf(schema)
  if (personal) return (value, sees) => cutValue(value, personal, sees)
  const keys = keyClassesOf(schema)
  if (keys) return (value, sees) => cutKeys(value, keys, sees)
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return cutObject(def)
    case 'array':
      return cutList(def)
    case 'tuple':
      return cutTuple(def)
    case 'record':
      return cutRecord(def)
    case 'union':
      return cutUnion(def)
    case 'intersection':
      return inTurn([def.left, def.right])
    case 'pipe':
      return cutPipe(def)
    case 'lazy':
      return inTurn([def.getter?.()])
    default:
      if (def.innerType) return inTurn([def.innerType])
      throw unknownKind(def)
  }
}

/** There is nothing to see in an empty list. */
const isNothing = (value: unknown) => value == null || (Array.isArray(value) && value.length === 0)

function cutValue(value: unknown, personal: Personal, sees: ReadonlySet<FieldClass>): unknown {
  if (isNothing(value) || sees.has(personal.fieldClass)) return value
  const { keeps } = personal
  if (keeps && Array.isArray(value)) return value.filter((item) => typeof item === 'string' && keeps.has(item))
  return typeof value === 'string' ? mask(personal.mask, value) : null
}

function cutKeys(value: unknown, keys: ReadonlyMap<string, Personal>, sees: ReadonlySet<FieldClass>): unknown {
  if (!isRecord(value)) return value
  const copy: Record<string, unknown> = { ...value }
  for (const key of Object.keys(copy)) {
    const personal = keys.get(key)
    if (personal) copy[key] = within(key, sees, () => cutValue(copy[key], personal, sees))
  }
  return copy
}

/** A witness is told in which field it is asked. */
function within<T>(key: string, sees: ReadonlySet<FieldClass>, cut: () => T): T {
  return sees instanceof Witness ? sees.within(key, cut) : cut()
}

const nothingToCut: Cut = (value) => value

function inTurn(parts: readonly (z.ZodType | undefined)[]): Cut {
  const cuts = parts.map((part) => (part && cutterOf(part)) ?? nothingToCut)
  return (value, sees) => cuts.reduce((left, cut) => cut(left, sees), value)
}

function cutObject({ shape = {}, catchall }: Def): Cut {
  const cuts = new Map(Object.entries(shape).map(([key, part]) => [key, cutterOf(part) ?? nothingToCut]))
  const others = (catchall && cutterOf(catchall)) ?? nothingToCut
  return (value, sees) =>
    isRecord(value)
      ? Object.fromEntries(
          Object.entries(value).map(([key, item]) => [
            key,
            within(key, sees, () => (cuts.get(key) ?? others)(item, sees)),
          ]),
        )
      : value
}

function cutList({ element }: Def): Cut {
  const cut = inTurn([element])
  return (value, sees) => (Array.isArray(value) ? value.map((item) => cut(item, sees)) : value)
}

function cutTuple({ items = [], rest }: Def): Cut {
  const cuts = items.map((item) => inTurn([item]))
  const others = inTurn([rest ?? undefined])
  return (value, sees) => (Array.isArray(value) ? value.map((item, at) => (cuts[at] ?? others)(item, sees)) : value)
}

function cutRecord(def: Def): Cut {
  if (def.keyType && cutterOf(def.keyType)) throw new Error('a personal value cannot be the key of a record')
  const cut = inTurn([def.valueType])
  return (value, sees) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item, sees)])) : value
}

/** Every alternative that the value could be cuts it. A value that is none of them is outside the contract and is cut by all. */
function cutUnion({ options = [] }: Def): Cut {
  const alternatives = options.map((option) => ({ option, cut: inTurn([option]) }))
  return (value, sees) => {
    const fitting = alternatives.filter(({ option }) => option.safeParse(value).success)
    const cutting = fitting.length ? fitting : alternatives
    return cutting.reduce((left, { cut }) => cut(left, sees), value)
  }
}

/** A value is cut as the service gives it, so what is classed only behind a transformation would pass whole. */
function cutPipe(def: Def): Cut {
  if (def.out && cutterOf(def.out))
    throw new Error('a personal field stands behind a transformation: class what goes in')
  return inTurn([def.in])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
