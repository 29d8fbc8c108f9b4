import { fieldsOf } from '#modules/people/fields/catalogue.ts'
import type { FieldValues } from '#modules/people/fields/field.ts'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { FieldItem } from '../../fields/field-item.tsx'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { changedOf } from '../saving/changed-of.ts'
import css from './acts.module.css'

type ActProps = { person: PersonRecord; onClose: () => void }

/** A death, entered once; it can be taken back. Nothing of it is required. */
export function RecordDeath({ person, onClose }: ActProps) {
  const words = usePersonWords()
  const record = useAct(
    (typed: FieldValues) => api.record.recordDeath({ id: person.id, values: changedOf({}, typed) }),
    { said: words.deathRecorded, refresh: [PEOPLE], onDone: onClose },
  )
  return (
    <FormDialog<FieldValues>
      title={words.recordDeathOf(person.name)}
      onClose={onClose}
      act={record}
      submitLabel={words.recordDeath}
      danger
    >
      <p className={css.lead}>{words.deathLead}</p>
      {fieldsOf('death').map((field) => (
        <FieldItem key={field.key} field={field} />
      ))}
    </FormDialog>
  )
}
