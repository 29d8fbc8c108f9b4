import { Input, InputNumber, Select } from 'antd'
import type { Field, FieldValue } from '#modules/people/fields/field.ts'
import { codesOf } from '#modules/people/fields/tables.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePeopleWords } from '../words.ts'

type FieldInputProps = {
  field: Field
  id?: string
  value?: FieldValue
  onChange?: (value: FieldValue) => void
}

const MOST_CHILDREN = 30

/** The box in which a field of the record is filled in. An emptied box is null: the field is cleared. */
export function FieldInput({ field, id, value = null, onChange }: FieldInputProps) {
  const words = usePeopleWords()
  const say = useSay()
  const common = { id: id ?? field.key }
  const put = (next: FieldValue) => onChange?.(next)
  switch (field.kind) {
    case 'code':
    case 'codes':
    case 'words':
      return <ChoiceInput {...common} field={field} value={value} onChange={put} />
    case 'yesno':
      return (
        <PlainSelect
          {...common}
          label={say(field)}
          any={words.notFilled}
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          value={value === null ? undefined : value ? 'yes' : 'no'}
          onChange={(next) => put(next === undefined ? null : next === 'yes')}
        />
      )
    case 'cents':
    case 'count':
    case 'number':
      return <NumberInput {...common} field={field} value={value} onChange={put} />
    case 'long':
      return (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={String(value ?? '')}
          maxLength={field.maxLength ?? 200}
          showCount
          onChange={(event) => put(event.target.value || null)}
        />
      )
    default:
      return (
        <Input
          {...common}
          autoComplete="off"
          value={String(value ?? '')}
          maxLength={field.maxLength ?? 200}
          placeholder={field.kind === 'date' ? words.dateHint : ''}
          onChange={(event) => put(event.target.value || null)}
        />
      )
  }
}

type PartProps = { id: string; field: Field; value: FieldValue; onChange: (value: FieldValue) => void }

function ChoiceInput({ id, field, value, onChange }: PartProps) {
  const words = usePeopleWords()
  const say = useSay()
  const table = codesOf(field)
  const options = (table?.codes ?? []).map((code) => ({
    value: code,
    label: say(table?.words.get(code) ?? { zh: code, en: code }),
  }))
  const shared = { id, options, placeholder: words.choose, style: { width: '100%' } }
  if (field.kind === 'code')
    return (
      <Select<string>
        {...shared}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value === null ? null : String(value)}
        onChange={(next: string | undefined) => onChange(next ?? null)}
      />
    )
  return (
    <Select<string[]>
      {...shared}
      mode={field.kind === 'words' ? 'tags' : 'multiple'}
      tokenSeparators={['、', '，', ',', ' ']}
      showSearch={{ optionFilterProp: 'label' }}
      value={Array.isArray(value) ? value : []}
      onChange={onChange}
    />
  )
}

/** Money is typed in yuan and kept in fen. */
function NumberInput({ id, field, value, onChange }: PartProps) {
  const scale = field.kind === 'cents' ? 100 : 1
  return (
    <InputNumber<number>
      id={id}
      min={0}
      {...(field.kind === 'count'
        ? { max: MOST_CHILDREN, precision: 0 }
        : { precision: field.kind === 'cents' ? 2 : 1 })}
      value={typeof value === 'number' ? value / scale : null}
      onChange={(next) => onChange(next === null ? null : Math.round(next * scale * 10) / 10)}
      style={{ width: '100%', maxWidth: 220 }}
    />
  )
}
