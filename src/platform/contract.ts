import { z } from 'zod'
import type { FieldClass } from './ctx.ts'
import type { Bilingual } from './words.ts'

export type Method = 'get' | 'post' | 'put' | 'delete'

/** Who may call: anybody, anybody signed in, or holders of a permission such as `people.read`. */
export type Permission = 'public' | 'signed-in' | `${string}.${string}`

/** How a door is counted against the limits of an account and of an address; what the contract does not say follows from what the door does. */
export type Pace = 'read' | 'search' | 'write' | 'sign-in' | 'reveal' | 'export' | 'upload'

export type Endpoint<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  method: Method
  /** Path under /api, with parameters as `:id`; each parameter is a field of `input`. */
  path: `/${string}`
  permission: Permission
  summary: Bilingual
  input: I
  output: O
  refusals?: readonly { code: string; status: number }[]
  /** `bytes`: the request body is a file, named by the `name` input. */
  body?: 'json' | 'bytes'
  /** `file`: the answer is a download. */
  answer?: 'json' | 'file'
  /** Highest number of body bytes; 1 MiB unless said. */
  maxBytes?: number
  /** A GET that shows somebody's data: noted in the audit trail before the answer leaves. `true` where the person stands in the path. */
  look?: true | Look
  pace?: Pace
}

export type Look = {
  /** Where in the answer the ids of the people stand (`items.id`). A list is a look only where a personal field was shown whole. */
  people?: readonly string[]
  /** What is shown where the answer is a file, or carries fields without a class. */
  shows?: readonly string[]
}

/** Declares one HTTP door. The server binds it, pages and tests call it, OpenAPI documents it; nobody repeats it. */
export function endpoint<const E extends Endpoint>(e: E): E {
  return e
}

export type Contract = Record<string, Endpoint>
export type Input<E extends Endpoint> = z.output<E['input']> &
  (E['body'] extends 'bytes' ? { bytes: Uint8Array } : unknown)
export type Output<E extends Endpoint> = z.input<E['output']>
export type Asked<E extends Endpoint> = z.input<E['input']>
export type Answered<E extends Endpoint> = z.output<E['output']>

/** The way a class of value is cut when the reader may not see it whole. */
export type MaskKind = 'id' | 'phone' | 'name' | 'address' | 'date' | 'hide'

/** `keeps`: of a list of codes, those that are no secret; the others are taken out. */
export type Personal = { fieldClass: FieldClass; mask: MaskKind; keeps?: ReadonlySet<string> | undefined }

/** Marks an output field as personal data; `present` cuts it for readers without the class. A field that is hidden must allow null. */
export function classed<S extends z.ZodType>(schema: S, fieldClass: FieldClass, mask: MaskKind): S {
  return withClass(schema, { fieldClass, mask })
}

/** As `classed`; of a list of codes some may be let through. */
export function withClass<S extends z.ZodType>(schema: S, personal: Personal): S {
  const { keeps, ...meta } = personal
  return marked(schema, { personal }).meta(keeps ? { ...meta, keeps: [...keeps] } : meta)
}

/** A telephone as lists show it to everybody: nobody calls a page of people at once. */
export const listedPhone = classed(z.string().nullable(), 'sensitive', 'phone')

/** A birthday as lists show it to everybody: its year. */
export const listedBirth = classed(z.string().nullable(), 'sensitive', 'date')

/** The same schema with a mark in its definition: there it outlives .extend() and the like, which forget metadata. */
function marked<S extends z.ZodType>(schema: S, mark: object): S {
  const before = Object.getOwnPropertyDescriptors(schema._zod.def)
  const def: object = Object.defineProperties({}, { ...before, ...Object.getOwnPropertyDescriptors(mark) })
  return schema.clone(def as S['_zod']['def'], { parent: true }) // the definition it had, and the mark
}

/** The class of a field and how it is cut, where `classed` gave it one. */
export function classOf(schema: z.ZodType): Personal | undefined {
  return 'personal' in schema._zod.def ? (schema._zod.def.personal as Personal) : undefined // only `classed` sets it
}

/** A record whose keys a list at run time knows: which of them are personal, and one check instead of a schema for each key of each row. */
export function classedKeys<T extends Record<string, unknown>>(
  fits: (value: unknown) => boolean,
  classes: ReadonlyMap<string, Personal>,
): z.ZodType<T, T> {
  return marked(z.custom<T>(fits), { personalKeys: classes })
}

export function keyClassesOf(schema: z.ZodType): ReadonlyMap<string, Personal> | undefined {
  return 'personalKeys' in schema._zod.def ? (schema._zod.def.personalKeys as ReadonlyMap<string, Personal>) : undefined // only `classedKeys` sets it
}

export const fileAnswer = z.object({
  name: z.string(),
  mediaType: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})
export type FileAnswer = z.infer<typeof fileAnswer>

export const nothing = z.object({})
export const rowId = z.uuid()
const YEARS = { from: 1900, before: 2200 }
/**
 * A moment with its offset, to the millisecond as our own clock tells it, in a century that concerns the office: the database keeps neither
 * the year 0 nor every offset.
 */
export const instant = z.iso
  .datetime({ offset: true, message: '时间请写成 2026-01-31T09:00:00+08:00' })
  .refine(
    (text) => {
      const year = new Date(text).getUTCFullYear()
      return YEARS.from <= year && year < YEARS.before && !/[+-](1[5-9]|2\d):/.test(text)
    },
    { message: `年份请在 ${YEARS.from} 至 ${YEARS.before} 之间` },
  )
  .overwrite((text) => text.replace(/(\.\d{3})\d+/, '$1'))
export const done = z.object({ ok: z.literal(true) })
/** A list never comes without its count. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int() })
}
export const paging = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }
