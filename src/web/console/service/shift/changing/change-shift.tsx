import { useState } from 'react'
import type { Task } from '#modules/volunteering/shifts/tasks/index.ts'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { clockOf, dayOf, instantOf } from '../../../gatherings/calendar/days.ts'
import { type Span, SpanField } from '../../../gatherings/plan/span-field.tsx'
import { GATHERINGS } from '../../../gatherings/queries.ts'
import { SERVICE, type ShiftRecord } from '../../queries.ts'
import { NoteField, type TypedShift, WhatFields, WhenFields, WhoFields } from '../../shifts/shift-fields.tsx'
import { useShiftWords } from '../../words.ts'
import { Touched } from './touched.tsx'

type Typed = TypedShift & { span?: Span }
type Asked = Parameters<typeof api.shiftChanges.changeShift>[0]
type Shown = Awaited<ReturnType<typeof api.shiftChanges.previewShiftChange>>

/** Saves at once where the change takes nothing from anybody; else it shows whom it touches, and saves when it is sent again. */
export function ChangeShift({ record, onClose }: { record: ShiftRecord; onClose: () => void }) {
  const words = useShiftWords()
  const [shown, setShown] = useState<Shown | null>(null)
  const save = useAct((asked: Asked) => api.shiftChanges.changeShift(asked), {
    said: words.changed,
    refresh: [SERVICE, GATHERINGS],
    onDone: onClose,
  })
  const look = useAct((asked: Asked) => api.shiftChanges.previewShiftChange(asked), {
    onDone: (seen, asked) => (seen.people.length ? setShown(seen) : save.mutate(asked)),
  })
  const change = {
    isPending: look.isPending || save.isPending,
    error: save.error ?? look.error,
    mutate: (typed: Typed) => {
      const asked = askedOf(record, typed)
      if (shown) save.mutate(asked)
      else look.mutate(asked)
    },
  }
  const { placeCode, place, teamId, team } = record
  return (
    <FormDialog<Typed>
      title={`${words.change} · ${record.title}`}
      onClose={onClose}
      act={change}
      {...(shown ? { submitLabel: words.saveAnyway, danger: true } : {})}
      onChange={() => setShown(null)}
      initial={typedOf(record)}
    >
      <p>{words.changeHint}</p>
      <SpanField record={record} />
      <WhatFields place={{ value: placeCode, label: place }} />
      <WhenFields />
      <WhoFields team={teamId && team ? { value: teamId, label: team } : null} />
      <NoteField />
      {shown ? <Touched shown={shown} /> : null}
    </FormDialog>
  )
}

function typedOf(record: ShiftRecord): Typed {
  return {
    span: 'one',
    title: record.title,
    task: record.task as Task, // the door that published it took these only
    placeCode: record.placeCode,
    address: record.address ?? '',
    day: dayOf(record.startsAt),
    from: clockOf(record.startsAt),
    until: clockOf(record.endsAt),
    capacity: String(record.capacity ?? 1),
    openTo: record.openTo,
    teamId: record.teamId,
    note: record.note ?? '',
  }
}

function askedOf(record: ShiftRecord, typed: Typed): Asked {
  const { title, task, placeCode, address, day, from, until, capacity, openTo, teamId, note, span = 'one' } = typed
  return {
    id: record.id,
    version: record.version,
    span,
    title,
    task,
    placeCode,
    // A venue belongs to its place.
    siteId: placeCode === record.placeCode ? record.siteId : null,
    address: address || null,
    startsAt: instantOf(day, from),
    endsAt: instantOf(day, until),
    capacity: Math.max(1, Math.round(Number(capacity) || 1)),
    openTo,
    teamId: teamId ?? null,
    note: note || null,
  }
}
