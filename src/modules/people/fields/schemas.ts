import { z } from 'zod'
import { classedKeys } from '#platform/contract.ts'
import type { FieldClass } from '#platform/ctx.ts'
import { isPartialDate } from '../partial-date.ts'
import { catalogue, fieldOf } from './catalogue.ts'
import type { Field, FieldValue, FieldValues } from './field.ts'

const MAX_CENTS = 100_000_000
export const partialDate = z
  .string()
  .refine(isPartialDate, '日期请写成 1949、1949-10 或 1949-10-01（大约的年份写 1949~）')

function valueOf(field: Field): z.ZodType<FieldValue> {
  const text = z.string().max(field.maxLength ?? 200, `不能超过 ${field.maxLength ?? 200} 个字`)
  switch (field.kind) {
    case 'date':
      return partialDate
    case 'cents':
      return z.int().min(0).max(MAX_CENTS)
    case 'count':
      return z.int().min(0).max(30)
    case 'number':
      return z.number().min(0).max(99_999)
    case 'yesno':
      return z.boolean()
    case 'codes':
    case 'words':
      return z.array(z.string().min(1).max(40)).max(40)
    case 'code':
    case 'text':
    case 'long':
    case 'sealed':
      return text
  }
}

function shape(wrap: (field: Field) => z.ZodType): z.ZodType<FieldValues, FieldValues> {
  const fields = Object.fromEntries(catalogue.map((field) => [field.key, wrap(field)]))
  return z.strictObject(fields) as unknown as z.ZodType<FieldValues, FieldValues> // the catalogue's keys are known only at run time
}

/** Fields as a page sends them: any subset; null empties a field. Unknown keys are refused. */
export const fieldInput = shape((field) => valueOf(field).nullable().optional())

function classes(of: (field: Field) => FieldClass | undefined) {
  return new Map(
    catalogue.flatMap((field) => {
      const fieldClass = of(field)
      const { key, mask, keeps } = field
      return fieldClass && mask ? [[key, { fieldClass, mask, keeps }] as const] : []
    }),
  )
}

/** Fields as an answer carries them: any subset of the catalogue, personal ones classed so that `present` can cut them. */
export const fieldOutput = classedKeys<FieldValues>(
  isFieldValues,
  classes((field) => field.fieldClass),
)

/** The same in a list: nobody calls a page of people at once, and a year says who is how old, so telephones and birthdays are cut for everybody. */
export const listedFields = classedKeys<FieldValues>(
  isFieldValues,
  classes((field) => (isCutInLists(field) ? 'sensitive' : field.fieldClass)),
)

function isCutInLists({ key, mask }: Field): boolean {
  return mask === 'phone' || key === 'birthOn'
}

/** Fields as their own paper shows them to whoever brought it: nothing is cut. */
export const fieldValues = classedKeys<FieldValues>(isFieldValues, new Map())

function isFieldValues(values: unknown): boolean {
  if (typeof values !== 'object' || values === null) return false
  return Object.entries(values).every(([key, value]) => fieldOf(key) !== undefined && isValue(value))
}

function isValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string')
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
