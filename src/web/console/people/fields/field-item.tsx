import { Form } from 'antd'
import type { Field } from '#modules/people/fields/field.ts'
import { isPartialDate } from '#modules/people/partial-date.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { usePeopleWords } from '../words.ts'
import { FieldInput } from './field-input.tsx'

type FieldItemProps = { field: Field; required?: boolean }

/** A labelled field in a form. Dates may be as inexact as the office knows them. */
export function FieldItem({ field, required = false }: FieldItemProps) {
  const words = usePeopleWords()
  const kit = useKitWords()
  const say = useSay()
  const dateRule = {
    validator: (_rule: unknown, value: unknown) =>
      typeof value !== 'string' || value === '' || isPartialDate(value)
        ? Promise.resolve()
        : Promise.reject(new Error(words.badDate)),
  }
  return (
    <Form.Item
      name={field.key}
      label={say(field)}
      rules={[
        ...(required ? [{ required: true, whitespace: true, message: kit.required(say(field)) }] : []),
        ...(field.kind === 'date' ? [dateRule] : []),
      ]}
      validateTrigger="onBlur"
    >
      <FieldInput field={field} />
    </Form.Item>
  )
}
