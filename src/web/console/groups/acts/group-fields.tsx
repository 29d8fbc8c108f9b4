import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { type Filing, filingWords, type GroupKind, kindWords } from '#modules/activities/groups/rules.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useNamesOf } from '../../../ui/language/names-of.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import { sitesQuery } from '../../places/queries.ts'
import { UnitPicker } from '../../units/unit-picker.tsx'
import type { GroupRecord } from '../queries.ts'
import { useGroupWords } from '../words.ts'

export type Typed = {
  kind: GroupKind
  name: string
  interests?: string[]
  purpose?: string | null
  charter?: string | null
  placeCode: string
  siteId?: string | null
  unitId?: string | null
  foundedOn: string
  filing: Filing
  filingNo?: string | null
}

/** What was emptied is told as unknown. */
export function factsOf({ interests = [], purpose, charter, siteId, unitId, filingNo, ...rest }: Typed) {
  return {
    ...rest,
    interests,
    purpose: purpose || null,
    charter: charter || null,
    siteId: siteId || null,
    unitId: unitId || null,
    filingNo: rest.filing === 'none' ? null : filingNo || null,
  }
}

type GroupFieldsProps = { place?: { value: string; label: string }; unit?: GroupRecord['unit']; unitId?: string | null }

/** The fields of a group, as they are asked when it is founded and when they are changed. */
export function GroupFields({ place, unit, unitId }: GroupFieldsProps) {
  const words = useGroupWords()
  const kit = useKitWords()
  const filing = Form.useWatch<Filing | undefined>('filing')
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  const namesOf = useNamesOf()
  return (
    <>
      <TextField label={words.name} name="name" most={60} required />
      <Form.Item label={words.kind} name="kind">
        <PlainSelect label={words.kind} options={namesOf(kindWords)} />
      </Form.Item>
      <Form.Item label={words.place} name="placeCode" rules={must(words.place)}>
        <PlacePicker label={words.place} {...(place ? { current: place } : {})} />
      </Form.Item>
      <SiteField />
      <Form.Item label={words.interests} name="interests" extra={words.interestsHint}>
        <Select mode="tags" tokenSeparators={['、', '，', ',', ' ']} open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item label={words.purpose} name="purpose">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item label={words.charter} name="charter">
        <Input.TextArea maxLength={5000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item label={words.foundedOn} name="foundedOn" rules={must(words.foundedOn)}>
        <DayInput />
      </Form.Item>
      <Form.Item label={words.unit} name="unitId">
        <UnitPicker {...(unit && unitId ? { current: { value: unitId, label: unit } } : {})} />
      </Form.Item>
      <Form.Item label={words.filing} name="filing">
        <PlainSelect label={words.filing} options={namesOf(filingWords)} />
      </Form.Item>
      {filing && filing !== 'none' ? <TextField label={words.filingNo} name="filingNo" most={60} required /> : null}
    </>
  )
}

/** The venues of the chosen place. */
function SiteField() {
  const words = useGroupWords()
  const under = Form.useWatch<string | undefined>('placeCode')
  const sites = useQuery({ ...sitesQuery(under ?? ''), enabled: Boolean(under) })
  const options = (sites.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form.Item label={words.site} name="siteId">
      <PlainSelect label={words.site} any={words.noSite} options={options} />
    </Form.Item>
  )
}
