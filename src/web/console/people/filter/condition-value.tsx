import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber, Select } from 'antd'
import type { Condition } from '#modules/people/search/contract.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import { UnitPicker } from '../../units/unit-picker.tsx'
import { tagsQuery } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import css from './condition-dialog.module.css'
import type { FilterField } from './filter-fields.ts'

type Value = Condition['value']
type ConditionValueProps = { field: FilterField; draft: Condition; onChange: (value: Value) => void }

const MANY = new Set(['in', 'is', 'not'])

/** What a condition compares with, asked as its field is kept. */
export function ConditionValue({ field, draft, onChange }: ConditionValueProps) {
  const words = usePeopleWords()
  const say = useSay()
  const { op, value } = draft
  if (op === 'empty' || op === 'filled') return null
  if (op === 'between') return <Range field={field} value={value} onChange={onChange} />
  const label = words.conditionValue
  switch (field.kind) {
    case 'place':
      return <PlacePicker id="condition-place" label={label} value={textOf(value)} onChange={onChange} />
    case 'unit':
      return <UnitPicker id="condition-unit" label={label} value={textOf(value)} onChange={onChange} />
    case 'tag':
      return <TagChoice value={listOf(value)} onChange={onChange} />
    case 'yesno':
      return (
        <PlainSelect
          label={label}
          any={words.choose}
          options={[
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
          ]}
          value={value === null ? undefined : value === true || value === 'true' ? 'true' : 'false'}
          onChange={(next) => onChange(next === undefined ? null : next === 'true')}
        />
      )
    case 'choice':
    case 'choices':
    case 'words':
      return (
        <Select<string[]>
          aria-label={label}
          mode={field.kind === 'words' ? 'tags' : 'multiple'}
          {...(field.key === 'precision' ? { maxCount: 1 } : {})}
          value={MANY.has(op) ? listOf(value) : []}
          options={field.options.map((option) => ({ value: option.value, label: say(option.label) }))}
          placeholder={words.choose}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next) => onChange(next.length ? next : null)}
          style={{ width: '100%' }}
        />
      )
    default:
      return <One field={field} label={label} value={first(value)} onChange={onChange} />
  }
}

function TagChoice({ value, onChange }: { value: string[]; onChange: (value: Value) => void }) {
  const words = usePeopleWords()
  const { data } = useQuery(tagsQuery)
  return (
    <Select<string[]>
      aria-label={words.conditionValue}
      mode="multiple"
      value={value}
      options={(data?.items ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag}（${count}）` }))}
      placeholder={words.choose}
      onChange={(next) => onChange(next.length ? next : null)}
      style={{ width: '100%' }}
    />
  )
}

function Range({ field, value, onChange }: { field: FilterField; value: Value; onChange: (value: Value) => void }) {
  const words = usePeopleWords()
  const [low = '', high = ''] = Array.isArray(value) ? value : []
  return (
    <div className={css.range}>
      <One field={field} label={words.from} value={low} onChange={(next) => onChange([next ?? '', high])} />
      <span>{words.to}</span>
      <One field={field} label={words.until} value={high} onChange={(next) => onChange([low, next ?? ''])} />
    </div>
  )
}

type OneProps = {
  field: FilterField
  label: string
  value: string | number | null
  onChange: (value: string | number | null) => void
}

function One({ field, label, value, onChange }: OneProps) {
  const words = usePeopleWords()
  if (field.kind === 'text' || field.kind === 'date')
    return (
      <Input
        aria-label={label}
        value={value ?? ''}
        placeholder={field.kind === 'date' ? words.dateHint : ''}
        onChange={(event) => onChange(event.target.value.trim() || null)}
      />
    )
  const scale = field.kind === 'cents' ? 100 : 1
  return (
    <InputNumber<number>
      aria-label={label}
      min={0}
      value={value === null || value === '' ? null : Number(value) / scale}
      onChange={(next) => onChange(next === null ? null : Math.round(next * scale))}
      style={{ width: '100%' }}
    />
  )
}

const textOf = (value: Value): string | null => (value === null ? null : String(first(value)))
const listOf = (value: Value): string[] =>
  Array.isArray(value) ? value.map(String) : value === null ? [] : [String(value)]
function first(value: Value): string | number | null {
  const one = Array.isArray(value) ? (value[0] ?? null) : value
  return typeof one === 'boolean' ? String(one) : one
}
