import { z } from 'zod'
import { classed } from '#platform/contract.ts'
import { isPartialDate } from '../partial-date.ts'
import { catalogue } from './catalogue.ts'
import type { Field, FieldValue, FieldValues } from './field.ts'

const MAX_CENTS = 100_000_000
const partial = z.string().refine(isPartialDate, '日期请写成 1949、1949-10 或 1949-10-01（大约的年份写 1949~）')

function valueOf(field: Field): z.ZodType<FieldValue> {
  const text = z.string().max(field.maxLength ?? 200, `不能超过 ${field.maxLength ?? 200} 个字`)
  switch (field.kind) {
    case 'date':
      return partial
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

/** Fields as an answer carries them: any subset, personal ones classed so that `present` can cut them. */
export const fieldOutput = shape((field) => {
  const schema =
    field.kind === 'codes' || field.kind === 'words'
      ? z.array(z.string())
      : z.union([z.string(), z.number(), z.boolean()])
  const value = schema.nullable().optional()
  return field.fieldClass && field.mask ? classed(value, field.fieldClass, field.mask) : value
})
