import { Form } from 'antd'
import { useEffect, useState } from 'react'
import { fieldsOf } from '#modules/people/fields/catalogue.ts'
import type { FieldValues, SectionKey } from '#modules/people/fields/field.ts'
import { api } from '../../../../api.ts'
import { FieldItem } from '../../fields/field-item.tsx'
import type { PersonRecord, SectionRecord } from '../../queries.ts'
import { changedOf } from '../saving/changed-of.ts'
import { FieldConflict } from '../saving/field-conflict.tsx'
import { FormActs } from '../saving/form-acts.tsx'
import { useVersionedSave } from '../saving/use-versioned-save.ts'
import { useLeaveGuard } from '../use-leave-guard.ts'
import { isKeptFrom } from '../value-of.ts'
import css from './section-form.module.css'

type SectionFormProps = {
  person: PersonRecord
  section: SectionRecord
  sectionKey: SectionKey
  /** The box to begin with. */
  focus: string | null
  onClose: () => void
}

/** Sends only what was changed, against the version that stood there when editing began. */
export function SectionForm({ person, section, sectionKey, focus, onClose }: SectionFormProps) {
  const [before] = useState(section)
  const [isDirty, setDirty] = useState(false)
  const fields = fieldsOf(sectionKey).filter((field) => !isKeptFrom(person, field))
  useFirstBox(focus ?? fields[0]?.key ?? '')
  const { save, conflict, typed, error, isPending, isDone } = useVersionedSave<FieldValues>(
    (values, version) => api.record.changeSection({ id: person.id, section: sectionKey, version, values }),
    onClose,
  )
  useLeaveGuard(isDirty && !isDone)
  const submit = (boxes: FieldValues) => {
    const values = changedOf(before.values, boxes)
    if (Object.keys(values).length) save(values, before.version)
    else onClose()
  }
  return (
    <Form<FieldValues>
      layout="vertical"
      initialValues={before.values}
      onFinish={submit}
      onValuesChange={() => setDirty(true)}
    >
      <div className={conflict ? 'visually-hidden' : css.fields} inert={conflict !== null}>
        {fields.map((field) => (
          <div key={field.key} className={field.kind === 'long' ? css.wide : undefined}>
            <FieldItem field={field} required={field.key === 'name'} initial={before.values[field.key]} />
          </div>
        ))}
      </div>
      {conflict ? (
        <FieldConflict
          conflict={conflict}
          sectionKey={sectionKey}
          before={before.values}
          typed={typed ?? {}}
          pending={isPending}
          onSave={(values) => save(values, conflict.version)}
          onClose={onClose}
        />
      ) : (
        <FormActs error={error} pending={isPending} onCancel={onClose} />
      )}
    </Form>
  )
}

/** Puts the cursor where editing begins. */
function useFirstBox(id: string): void {
  useEffect(() => {
    const box = document.getElementById(id)
    box?.focus({ preventScroll: true })
    box?.scrollIntoView({ block: 'center' })
  }, [id])
}
