import { Form, Input, InputNumber } from 'antd'
import { isPartialDate } from '#modules/people/partial-date.ts'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { useKitWords } from '../../../../ui/language/words.ts'
import { PersonPicker } from '../../fields/person-picker.tsx'
import { usePeopleWords, usePersonWords } from '../../words.ts'
import { PHONE } from './phone-pattern.ts'
import { RelationSelect } from './relation-select.tsx'

/** The boxes of one member of the family. Only the name is needed. */
export function FamilyBoxes({ at }: { at: number }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  const kit = useKitWords()
  const dateRule = {
    validator: (_rule: unknown, value: string | null) =>
      !value || isPartialDate(value) ? Promise.resolve() : Promise.reject(new Error(people.badDate)),
  }
  return (
    <>
      <Form.Item name={[at, 'id']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[at, 'relation']} label={words.relation}>
        <RelationSelect />
      </Form.Item>
      <Form.Item
        name={[at, 'name']}
        label={people.name}
        rules={[{ required: true, whitespace: true, message: kit.required(people.name) }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'birthOn']} label={words.birth} rules={[dateRule]} validateTrigger="onBlur">
        <Input placeholder={people.dateHint} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'isLiving']} label={words.living}>
        <LivingSelect />
      </Form.Item>
      <Form.Item name={[at, 'phone']} label={people.phone} rules={[{ pattern: PHONE, message: people.badPhone }]}>
        <Input inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'workUnit']} label={words.workUnit}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'health']} label={words.health}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'subsidyCents']} label={words.subsidy}>
        <YuanInput />
      </Form.Item>
      <Form.Item name={[at, 'linkedPersonId']} label={words.linked} extra={words.linkedHint}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name={[at, 'note']} label={words.note}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </>
  )
}

type LivingSelectProps = { id?: string; value?: boolean | null; onChange?: (isLiving: boolean | null) => void }

function LivingSelect({ value, onChange, ...rest }: LivingSelectProps) {
  const words = usePersonWords()
  return (
    <PlainSelect
      {...rest}
      label={words.living}
      any={words.unknown}
      options={[
        { value: 'yes', label: words.isLiving },
        { value: 'no', label: words.isDead },
      ]}
      value={value === null || value === undefined ? undefined : value ? 'yes' : 'no'}
      onChange={(next) => onChange?.(next === undefined ? null : next === 'yes')}
    />
  )
}

type YuanInputProps = { id?: string; value?: number | null; onChange?: (cents: number | null) => void }

/** Typed in yuan, kept in fen. */
function YuanInput({ id, value, onChange }: YuanInputProps) {
  return (
    <InputNumber<number>
      {...(id ? { id } : {})}
      min={0}
      precision={2}
      value={value === null || value === undefined ? null : value / 100}
      onChange={(yuan) => onChange?.(yuan === null ? null : Math.round(yuan * 100))}
      style={{ width: '100%' }}
    />
  )
}
