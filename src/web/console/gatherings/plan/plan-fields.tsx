import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { intensities, kinds } from '#modules/gatherings/codes/index.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import { sitesQuery } from '../../places/queries.ts'
import { useGatheringWords } from '../words.ts'
import css from './plan.module.css'
import type { Typed } from './plan-draft.ts'
import { PlanHosts, PlanResources } from './plan-lists.tsx'

/** What a gathering is, when and where, and who may come. */
export function PlanFields({ place }: { place?: { value: string; label: string } }) {
  const words = useGatheringWords()
  const kit = useKitWords()
  const say = useSay()
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  // Shifts are published where volunteers are looked after.
  const planned = Object.entries(kinds).filter(([kind]) => kind !== 'shift')
  const kindOptions = planned.map(([value, name]) => ({ value, label: say(name) }))
  return (
    <>
      <TextField label={words.titleField} name="title" most={80} required />
      <div className={css.row}>
        <Form.Item label={words.kind} name="kind">
          <PlainSelect label={words.kind} options={kindOptions} />
        </Form.Item>
        <Form.Item label={words.place} name="placeCode" rules={must(words.place)}>
          <PlacePicker label={words.place} {...(place ? { current: place } : {})} />
        </Form.Item>
      </div>
      <SiteField />
      <div className={css.row}>
        <Form.Item label={words.day} name="day" rules={must(words.day)}>
          <DayInput />
        </Form.Item>
        <Form.Item label={words.from} name="from" rules={must(words.from)}>
          <Input type="time" />
        </Form.Item>
        <Form.Item label={words.until} name="until" rules={must(words.until)}>
          <Input type="time" />
        </Form.Item>
      </div>
      <SignUpFields />
      <PlanHosts />
      <PlanResources />
      <Form.Item label={words.note} name="note">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}

/** The venues of the chosen place; elsewhere one says where. */
function SiteField() {
  const words = useGatheringWords()
  const under = Form.useWatch<string | undefined>('placeCode')
  const sites = useQuery({ ...sitesQuery(under ?? ''), enabled: Boolean(under) })
  const options = (sites.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={css.row}>
      <Form.Item label={words.site} name="siteId">
        <PlainSelect label={words.site} any={words.noSite} options={options} />
      </Form.Item>
      <TextField label={words.street} name="address" />
    </div>
  )
}

function SignUpFields() {
  const words = useGatheringWords()
  const say = useSay()
  const signUp = Form.useWatch<Typed['signUp'] | undefined>('signUp')
  // Where everybody has a place nobody waits for one.
  const capacity = Form.useWatch<string | undefined>('capacity')
  const ways = (['open', 'invited', 'none'] as const).map((value) => ({ value, label: words.signUps[value] }))
  const degrees = ([1, 2, 3, 4] as const).map((value) => ({ value: String(value), label: say(intensities[value]) }))
  return (
    <>
      <div className={css.row}>
        <Form.Item label={words.signUp} name="signUp">
          <PlainSelect label={words.signUp} options={ways} />
        </Form.Item>
        <Form.Item
          label={words.intensity}
          name="intensity"
          getValueProps={(value: number | null | undefined) => ({ value: value ? String(value) : undefined })}
          normalize={(value: string | undefined) => (value ? Number(value) : null)}
        >
          <PlainSelect label={words.intensity} any={words.usualIntensity} options={degrees} />
        </Form.Item>
      </div>
      {signUp === 'none' ? null : (
        <div className={css.row}>
          <Form.Item label={words.capacity} name="capacity">
            <Input type="number" min={1} inputMode="numeric" placeholder={words.noLimit} />
          </Form.Item>
          <Form.Item label={words.signUpUntil} name="untilDay" extra={words.untilStart}>
            <DayInput />
          </Form.Item>
          {Number(capacity) > 0 ? (
            <Form.Item label={words.offerHours} name="offerHours">
              <Input type="number" min={1} max={240} inputMode="numeric" />
            </Form.Item>
          ) : null}
        </div>
      )}
    </>
  )
}
