import { Form, Input, InputNumber, Select } from 'antd'
import { elderKinds, halfDays, skills } from '#modules/volunteering/codes/index.ts'
import { api } from '../../api.ts'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useNamesOf } from '../../ui/language/names-of.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { PersonPicker } from '../people/fields/person-picker.tsx'
import { VOLUNTEERING, type VolunteerRecord } from '../teams/queries.ts'
import { useVolunteersWords } from './words.ts'

type Typed = {
  personId: string
  skills: (keyof typeof skills)[]
  times: string[]
  elderKind?: keyof typeof elderKinds
  weekHours: number
  note?: string
}

/** A volunteer as they are registered and as their facts are put right. */
export function VolunteerForm({ volunteer, onClose }: { volunteer?: VolunteerRecord; onClose: () => void }) {
  const words = useVolunteersWords()
  const kit = useKitWords()
  const send = useAct(
    async ({ personId, elderKind, note, weekHours, ...typed }: Typed) => {
      const facts = {
        ...typed,
        weekMinutes: Math.round(weekHours * 60),
        elderKind: elderKind || null,
        note: note || null,
      }
      if (!volunteer) return (await api.volunteers.registerVolunteer({ personId, ...facts })).number
      await api.volunteers.changeVolunteer({ personId: volunteer.personId, version: volunteer.version, ...facts })
      return null
    },
    {
      said: (number) => (number ? words.registered(number) : words.saved),
      refresh: [VOLUNTEERING],
      onDone: onClose,
    },
  )
  return (
    <FormDialog<Typed>
      title={volunteer ? `${words.change} · ${volunteer.name}` : words.register}
      onClose={onClose}
      act={send}
      initial={initialOf(volunteer)}
      {...(volunteer ? {} : { submitLabel: words.register })}
    >
      {volunteer ? null : (
        <Form.Item
          label={words.person}
          name="personId"
          rules={[{ required: true, message: kit.required(words.person) }]}
        >
          <PersonPicker label={words.person} />
        </Form.Item>
      )}
      <Fields />
    </FormDialog>
  )
}

function initialOf(volunteer: VolunteerRecord | undefined): Partial<Typed> {
  if (!volunteer) return { skills: [], times: [], weekHours: 6 }
  const { skills: own, times, weekMinutes, elderKind, note } = volunteer
  return {
    skills: own,
    times,
    weekHours: weekMinutes / 60,
    ...(elderKind ? { elderKind } : {}),
    ...(note ? { note } : {}),
  }
}

function Fields() {
  const words = useVolunteersWords()
  const kit = useKitWords()
  const say = useSay()
  const namesOf = useNamesOf()
  return (
    <>
      <Form.Item label={words.skill} name="skills">
        <Select
          mode="multiple"
          options={namesOf(skills)}
          aria-label={words.skill}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item label={words.times} name="times">
        <Select
          mode="multiple"
          options={[...halfDays].map(([value, name]) => ({ value, label: say(name) }))}
          aria-label={words.times}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item label={words.elderKind} name="elderKind">
        <PlainSelect label={words.elderKind} any={kit.nothing} options={namesOf(elderKinds)} />
      </Form.Item>
      <Form.Item
        label={words.weekMost}
        name="weekHours"
        rules={[{ required: true, message: kit.required(words.weekMost) }]}
      >
        <InputNumber min={0} max={40} step={0.5} />
      </Form.Item>
      <Form.Item label={words.note} name="note">
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  )
}
