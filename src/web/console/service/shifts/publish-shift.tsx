import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { tasks } from '#modules/volunteering/shifts/tasks/index.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { instantOf } from '../../gatherings/calendar/days.ts'
import { NEEDS, type NeedRecord } from '../../needs/queries.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { SERVICE } from '../queries.ts'
import css from '../service.module.css'
import { useShiftsWords } from '../words.ts'
import { NoteField, type TypedShift, WhatFields, WhenFields, WhoFields } from './shift-fields.tsx'

type Typed = TypedShift & {
  servedPersonId?: string | null
  repeat?: 'once' | 'week' | 'fortnight' | 'month'
  times?: string
}

const whole = (text: string | undefined) => Math.max(1, Math.round(Number(text) || 1))

/** Publishes one shift, or a series; then one stands before the first. */
export function PublishShift({ day, need, onClose }: { day: string; need: NeedRecord | null; onClose: () => void }) {
  const words = useShiftsWords()
  const say = useSay()
  const navigate = useNavigate()
  const publish = useAct((typed: Typed) => api.shifts.publishShift(askedOf(typed, need?.id ?? null)), {
    said: ({ ids }) => words.published(ids.length),
    refresh: [SERVICE, NEEDS],
    onDone: ({ ids: [id = ''] }) => {
      onClose()
      navigate({ to: '/shifts/$id', params: { id } }).catch(() => undefined)
    },
  })
  return (
    <FormDialog<Typed>
      title={words.publish}
      submitLabel={words.publish}
      onClose={onClose}
      act={publish}
      initial={{
        task: 'company',
        day,
        from: '09:00',
        until: '11:00',
        capacity: '2',
        openTo: 'volunteers',
        repeat: 'once',
        times: '4',
        ...(need ? fromNeed(need, say(tasks[need.kind]), day) : {}),
      }}
    >
      {need ? <p>{words.fromNeed}</p> : null}
      <WhatFields place={need ? { value: need.placeCode, label: need.place } : null} />
      <WhenFields />
      <RepeatFields />
      <WhoFields />
      <ServedField />
      <NoteField />
    </FormDialog>
  )
}

/** What the need says already is not typed again. */
function fromNeed(need: NeedRecord, kind: string, day: string): Partial<Typed> {
  const until = new Date(Date.UTC(2000, 0, 1, 9, Math.min(need.minutes, 480))).toISOString().slice(11, 16)
  const { placeCode, personId: servedPersonId, wishedOn } = need
  const title = need.name ? `${kind} · ${need.name}` : kind
  return { title, task: need.kind, placeCode, servedPersonId, day: wishedOn ?? day, until, capacity: '1' }
}

function askedOf(typed: Typed, needId: string | null) {
  const { title, task, placeCode, address, day, from, until, capacity, openTo, teamId, servedPersonId, note } = typed
  const { repeat = 'once', times } = typed
  return {
    title,
    task,
    placeCode,
    address: address || null,
    startsAt: instantOf(day, from),
    endsAt: instantOf(day, until),
    capacity: whole(capacity),
    openTo,
    needId,
    teamId: teamId ?? null,
    servedPersonId: servedPersonId ?? null,
    note: note || null,
    repeat: repeat === 'once' ? null : { every: repeat, times: Math.max(2, whole(times)) },
  }
}

function RepeatFields() {
  const words = useShiftsWords()
  const repeat = Form.useWatch<Typed['repeat']>('repeat')
  const repeats = (['once', 'week', 'fortnight', 'month'] as const).map((value) => ({
    value,
    label: words.repeats[value],
  }))
  return (
    <div className={css.row}>
      <Form.Item label={words.repeat} name="repeat">
        <PlainSelect label={words.repeat} options={repeats} />
      </Form.Item>
      {repeat === undefined || repeat === 'once' ? null : (
        <Form.Item label={words.times} name="times">
          <Input type="number" min={2} max={53} inputMode="numeric" />
        </Form.Item>
      )}
    </div>
  )
}

function ServedField() {
  const words = useShiftsWords()
  return (
    <Form.Item label={words.servedPerson} name="servedPersonId" extra={words.servedHint}>
      <PersonPicker label={words.servedPerson} />
    </Form.Item>
  )
}
