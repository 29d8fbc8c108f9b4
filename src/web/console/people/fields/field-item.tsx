import { Form, type FormRule } from 'antd'
import { checkIdNumber } from '#modules/people/codes/id-number.ts'
import type { Field, FieldValue } from '#modules/people/fields/field.ts'
import { isPartialDate } from '#modules/people/partial-date.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { usePeopleWords } from '../words.ts'
import { FieldInput } from './field-input.tsx'

type FieldItemProps = {
  field: Field
  required?: boolean
  /** What stood there before: a masked number is left as it is or typed anew, never half of each. */
  initial?: FieldValue | undefined
}

/** A labelled field in a form. */
export function FieldItem(props: FieldItemProps) {
  const { field } = props
  const say = useSay()
  const rules = useRules(props)
  return (
    <Form.Item name={field.key} label={say(field)} rules={rules} validateTrigger="onBlur">
      <FieldInput field={field} />
    </Form.Item>
  )
}

/** Dates may be as inexact as the office knows them; a doubtful identity number is told and yet kept, as it stands in the archive. */
function useRules({ field, required = false, initial }: FieldItemProps): FormRule[] {
  const words = usePeopleWords()
  const kit = useKitWords()
  const say = useSay()
  const rule = (fits: (text: string) => boolean, message: string): FormRule => ({
    validator: (_rule: unknown, value: unknown) =>
      typeof value !== 'string' || value === '' || fits(value) ? Promise.resolve() : Promise.reject(new Error(message)),
  })
  return [
    ...(required ? [{ required: true, whitespace: true, message: kit.required(say(field)) }] : []),
    ...(field.kind === 'date' ? [rule(isPartialDate, words.badDate)] : []),
    ...(field.kind === 'sealed' ? [rule((text) => text === initial || !text.includes('*'), words.halfMasked)] : []),
    ...(field.key === 'idNumber'
      ? [
          {
            ...rule((text) => text.includes('*') || checkIdNumber(text).result !== 'invalid', words.badId),
            warningOnly: true,
          },
        ]
      : []),
  ]
}
