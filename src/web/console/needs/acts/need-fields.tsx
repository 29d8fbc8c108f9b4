import { Form, Input, InputNumber } from 'antd'
import { intensities } from '#modules/gatherings/codes/index.ts'
import { needKinds, urgencies } from '#modules/volunteering/codes/index.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import type { Choice } from '../../../ui/form/remote-select.tsx'
import { useNamesOf } from '../../../ui/language/names-of.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import { useNeedsWords } from '../words.ts'

/** What is asked, how soon and where: as it is raised and as it is put right. */
export function NeedFields({ place, isPlaceNeeded = false }: { place?: Choice | null; isPlaceNeeded?: boolean }) {
  const words = useNeedsWords()
  const kit = useKitWords()
  const namesOf = useNamesOf()
  return (
    <>
      <Form.Item label={words.kind} name="kind">
        <PlainSelect label={words.kind} options={namesOf(needKinds)} />
      </Form.Item>
      <Form.Item
        label={words.words}
        name="words"
        extra={words.wordsHint}
        rules={[{ required: true, min: 2, message: kit.required(words.words) }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Form.Item label={words.urgency} name="urgency">
        <PlainSelect label={words.urgency} options={namesOf(urgencies)} />
      </Form.Item>
      <Form.Item label={words.wishedOn} name="wishedOn">
        <DayInput />
      </Form.Item>
      <Form.Item
        label={words.place}
        name="placeCode"
        {...(isPlaceNeeded ? {} : { extra: words.placeHint })}
        rules={[{ required: isPlaceNeeded, message: kit.required(words.place) }]}
      >
        <PlacePicker label={words.place} current={place ?? null} />
      </Form.Item>
      {isPlaceNeeded ? (
        <>
          <Form.Item label={words.intensity} name="intensity">
            <PlainSelect label={words.intensity} options={namesOf(intensities)} />
          </Form.Item>
          <Form.Item label={words.minutes} name="minutes">
            <InputNumber min={10} max={1440} step={10} />
          </Form.Item>
        </>
      ) : null}
    </>
  )
}
