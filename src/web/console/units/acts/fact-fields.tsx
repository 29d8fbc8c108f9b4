import { Checkbox, Form, Input } from 'antd'
import { kindWords, levelWords, natureWords } from '#modules/units/words.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useNamesOf } from '../../../ui/language/names-of.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import type { UnitRecord } from '../queries.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { useUnitsWords } from '../words.ts'
import css from './fact-fields.module.css'

export type TypedFacts = Pick<
  UnitRecord,
  'kind' | 'code' | 'nature' | 'level' | 'creditCode' | 'isVertical' | 'parentId' | 'placeCode' | 'address' | 'note'
> & { openedOn?: string | null }

/** The fields of a unit apart from its names, as they are asked when it is founded and when they are changed. */
export function FactFields({ unit }: { unit?: UnitRecord }) {
  const words = useUnitsWords()
  const kit = useKitWords()
  const namesOf = useNamesOf()
  const parent = unit?.parent ? { value: unit.parent.id, label: unit.parent.name } : null
  const place = unit?.placeCode ? { value: unit.placeCode, label: unit.place ?? unit.placeCode } : null
  return (
    <div className={css.grid}>
      <Form.Item label={words.kind} name="kind">
        <PlainSelect label={words.kind} options={namesOf(kindWords)} />
      </Form.Item>
      <Form.Item label={words.nature} name="nature">
        <PlainSelect label={words.nature} any={kit.nothing} options={namesOf(natureWords)} />
      </Form.Item>
      <Form.Item label={words.level} name="level">
        <PlainSelect label={words.level} any={kit.nothing} options={namesOf(levelWords)} />
      </Form.Item>
      <TextField label={words.code} name="code" most={30} />
      <TextField label={words.creditCode} name="creditCode" most={18} />
      <Form.Item label={words.parent} name="parentId">
        <UnitPicker current={parent} except={unit ? [unit.id] : []} />
      </Form.Item>
      <Form.Item label={words.place} name="placeCode">
        <PlacePicker current={place} />
      </Form.Item>
      <Form.Item label={words.address} name="address" className={css.wide ?? ''}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item label={words.openedOn} name="openedOn">
        <DayInput />
      </Form.Item>
      <Form.Item name="isVertical" valuePropName="checked">
        <Checkbox>{words.vertical}</Checkbox>
      </Form.Item>
      <Form.Item label={words.note} name="note" className={css.wide ?? ''}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </div>
  )
}

/** A field that was emptied is told as unknown, not as an empty text. */
export function cleaned(typed: TypedFacts): TypedFacts {
  const entries = Object.entries(typed).map(([key, value]) => [key, value === '' || value === undefined ? null : value])
  return Object.fromEntries(entries) as TypedFacts // the same keys; only emptied texts became null
}
