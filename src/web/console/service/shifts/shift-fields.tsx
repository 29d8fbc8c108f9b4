import { Form, Input } from 'antd'
import { openness, type Task, tasks } from '#modules/volunteering/shifts/tasks/index.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import type { Choice } from '../../../ui/form/remote-select.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import css from '../service.module.css'
import { useShiftsWords } from '../words.ts'
import { TeamPicker } from './team-picker.tsx'

type Openness = keyof typeof openness

/** What the forms of publishing and of changing a shift both ask. */
export type TypedShift = {
  title: string
  task: Task
  placeCode: string
  address?: string
  day: string
  from: string
  until: string
  capacity: string
  openTo: Openness
  teamId?: string | null
  note?: string
}

function useMust() {
  const kit = useKitWords()
  return (label: string) => [{ required: true, message: kit.required(label) }]
}

/** What is done, and where. */
export function WhatFields({ place }: { place: Choice | null }) {
  const words = useShiftsWords()
  const say = useSay()
  const must = useMust()
  const options = Object.entries(tasks).map(([value, name]) => ({ value, label: say(name) }))
  return (
    <>
      <TextField label={words.titleField} name="title" most={80} required />
      <div className={css.row}>
        <Form.Item label={words.task} name="task">
          <PlainSelect label={words.task} options={options} />
        </Form.Item>
        <Form.Item label={words.place} name="placeCode" rules={must(words.place)}>
          <PlacePicker label={words.place} current={place} />
        </Form.Item>
      </div>
      <TextField label={words.address} name="address" />
    </>
  )
}

/** One day, and from when to when. */
export function WhenFields() {
  const words = useShiftsWords()
  const must = useMust()
  return (
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
  )
}

/** How many, and who may claim a turn. */
export function WhoFields({ team }: { team?: Choice | null }) {
  const words = useShiftsWords()
  const say = useSay()
  const must = useMust()
  const openTo = Form.useWatch<Openness | undefined>('openTo')
  const options = (['volunteers', 'team', 'invited'] as const).map((value) => ({ value, label: say(openness[value]) }))
  return (
    <>
      <div className={css.row}>
        <Form.Item label={words.capacity} name="capacity" rules={must(words.capacity)}>
          <Input type="number" min={1} max={200} inputMode="numeric" />
        </Form.Item>
        <Form.Item label={words.openTo} name="openTo">
          <PlainSelect label={words.openTo} options={options} />
        </Form.Item>
      </div>
      <Form.Item label={words.team} name="teamId" rules={openTo === 'team' ? must(words.team) : []}>
        <TeamPicker label={words.team} {...(team ? { current: team } : {})} />
      </Form.Item>
    </>
  )
}

/** What else to know. */
export function NoteField() {
  const words = useShiftsWords()
  return (
    <Form.Item label={words.note} name="note">
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
    </Form.Item>
  )
}
