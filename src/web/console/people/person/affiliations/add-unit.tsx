import { Form, Input } from 'antd'
import { affiliationWords } from '#modules/people/affiliations/words.ts'
import { api } from '../../../../api.ts'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { UnitPicker } from '../../../units/unit-picker.tsx'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePeopleWords, usePersonWords } from '../../words.ts'
import css from '../acts/acts.module.css'

const kinds = ['original_unit', 'managing_unit', 'other_unit'] as const
type Typed = { kind: (typeof kinds)[number]; unitId: string; from?: string; note?: string }

export function AddUnit({ person, onClose }: { person: PersonRecord; onClose: () => void }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  const kit = useKitWords()
  const say = useSay()
  const add = useAct(
    ({ kind, unitId, from, note }: Typed) =>
      api.affiliations.addAffiliation({ id: person.id, kind, unitId, from: from ?? null, note: note || null }),
    { said: words.unitAdded, refresh: [PEOPLE], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={words.addUnit}
      onClose={onClose}
      act={add}
      submitLabel={words.addUnit}
      initial={{ kind: person.unit ? 'managing_unit' : 'original_unit' }}
    >
      <p className={css.lead}>{words.addUnitLead}</p>
      <Form.Item name="kind" label={words.affiliationKind}>
        <PlainSelect
          label={words.affiliationKind}
          options={kinds.map((value) => ({ value, label: say(affiliationWords[value] ?? { zh: value, en: value }) }))}
        />
      </Form.Item>
      <Form.Item name="unitId" label={people.unit} rules={[{ required: true, message: kit.required(people.unit) }]}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="from" label={words.from} extra={words.fromHint}>
        <DayInput />
      </Form.Item>
      <Form.Item name="note" label={words.note}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
