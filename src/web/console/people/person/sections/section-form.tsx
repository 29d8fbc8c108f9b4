import { Button, Form } from 'antd'
import { fieldsOf } from '#modules/people/fields/catalogue.ts'
import type { FieldValues, SectionKey } from '#modules/people/fields/field.ts'
import { api } from '../../../../api.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { FieldItem } from '../../fields/field-item.tsx'
import { PEOPLE, type PersonRecord, type SectionRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import css from './section-form.module.css'

type SectionFormProps = { person: PersonRecord; section: SectionRecord; sectionKey: SectionKey; onClose: () => void }

/** Sends only what was changed, so that a masked value is never written over what it masks. */
export function SectionForm({ person, section, sectionKey, onClose }: SectionFormProps) {
  const words = usePersonWords()
  const kit = useKitWords()
  const save = useAct(
    (typed: FieldValues) =>
      api.record.changeSection({
        id: person.id,
        section: sectionKey,
        version: section.version,
        values: changedOf(section.values, typed),
      }),
    { said: words.saved, refresh: [PEOPLE], onDone: onClose },
  )
  return (
    <Form<FieldValues> layout="vertical" initialValues={section.values} onFinish={save.mutate}>
      <div className={css.fields}>
        {fieldsOf(sectionKey).map((field) => (
          <div key={field.key} className={field.kind === 'long' ? css.wide : undefined}>
            <FieldItem field={field} required={field.key === 'name'} />
          </div>
        ))}
      </div>
      <ErrorNotice error={save.error} />
      <div className={css.acts}>
        <Button onClick={onClose}>{kit.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {kit.save}
        </Button>
      </div>
    </Form>
  )
}

export function changedOf(before: FieldValues | SectionRecord['values'], typed: FieldValues): FieldValues {
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
  return Object.fromEntries(Object.entries(typed).filter(([key, value]) => !same(before[key], value)))
}
