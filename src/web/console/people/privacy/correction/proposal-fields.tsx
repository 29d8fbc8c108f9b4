import { Form, Input, Select } from 'antd'
import { fieldOf, fieldsOf, sectionWords } from '#modules/people/fields/catalogue.ts'
import { type Field, type FieldValues, type SectionKey, sectionKeys } from '#modules/people/fields/field.ts'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { FieldItem } from '../../fields/field-item.tsx'
import { usePrivacyWords } from '../words.ts'

export const askers = ['elder', 'family', 'liaison', 'worker'] as const
export type Asker = (typeof askers)[number]
export type Proposal = FieldValues & {
  section: SectionKey
  keys: string[]
  reason: string
  askedBy: Asker
  asker?: string
}

/** What is asked to change: a part, fields of it, their new values, why, and who asks. */
export function ProposalFields({ isOffered = () => true }: { isOffered?: (field: Field) => boolean }) {
  const words = usePrivacyWords()
  const kit = useKitWords()
  const say = useSay()
  const form = Form.useFormInstance<Proposal>()
  const section = Form.useWatch<SectionKey | undefined>('section', form)
  const keys = Form.useWatch<string[] | undefined>('keys', form) ?? []
  const fields = section ? fieldsOf(section).filter(isOffered) : []
  return (
    <>
      <Form.Item name="section" label={words.part} rules={[{ required: true, message: words.partNeeded }]}>
        <PlainSelect<SectionKey>
          label={words.part}
          any={kit.choose}
          options={sectionKeys.map((value) => ({ value, label: say(sectionWords[value]) }))}
          onChange={() => form.setFieldValue('keys', [])}
        />
      </Form.Item>
      {section ? (
        <Form.Item name="keys" label={words.whatToChange} rules={[{ required: true, message: words.fieldNeeded }]}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={fields.map((field) => ({ value: field.key, label: say(field) }))}
          />
        </Form.Item>
      ) : null}
      {fields
        .filter((field) => keys.includes(field.key))
        .map((field) => (
          <FieldItem key={field.key} field={field} />
        ))}
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: words.reasonNeeded }]}
      >
        <Input maxLength={500} placeholder={words.reasonExample} />
      </Form.Item>
      <AskerFields label={words.askerOptional} />
    </>
  )
}

/** Who asks, and their name where it is not the person. */
export function AskerFields({ label, isNeeded = false }: { label: string; isNeeded?: boolean }) {
  const words = usePrivacyWords()
  const askedBy = Form.useWatch<Asker | undefined>('askedBy')
  return (
    <>
      <Form.Item name="askedBy" label={words.askedByLabel} initialValue="elder">
        <PlainSelect<Asker>
          label={words.askedByLabel}
          options={askers.map((value) => ({ value, label: words.askedBy[value] }))}
        />
      </Form.Item>
      {askedBy && askedBy !== 'elder' ? (
        <Form.Item
          name="asker"
          label={label}
          rules={isNeeded ? [{ required: true, whitespace: true, min: 2, message: words.askerNeeded }] : []}
        >
          <Input maxLength={60} />
        </Form.Item>
      ) : null}
    </>
  )
}

/** The parts of what was typed, as the door takes them. Fields left empty are asked to be emptied. */
export function proposalOf(typed: Proposal) {
  const known = typed.keys.filter((key) => fieldOf(key)?.section === typed.section)
  return {
    section: typed.section,
    values: Object.fromEntries(known.map((key) => [key, typed[key] ?? null])),
    reason: typed.reason,
    askedBy: typed.askedBy,
    asker: typed.asker?.trim() || null,
  }
}
