import EditOutlined from '@ant-design/icons/EditOutlined'
import { Button } from 'antd'
import { useState } from 'react'
import { fieldsOf, sectionWords } from '#modules/people/fields/catalogue.ts'
import { type SectionKey, sectionKeys } from '#modules/people/fields/field.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { useLanguage, useSay } from '../../../../ui/language/language.ts'
import { Facts } from '../../../../ui/page/facts.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import type { PersonRecord, SectionRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { SectionForm } from './section-form.tsx'

type FieldSectionProps = { person: PersonRecord; section: SectionRecord }

/** One part of the record: read as a sheet, edited in its place. */
export function FieldSection({ person, section }: FieldSectionProps) {
  const words = usePersonWords()
  const say = useSay()
  const [isEditing, setEditing] = useState(false)
  const key = sectionKeys.find((one) => one === section.key)
  if (!key) return null
  const title = say(sectionWords[key])
  const edit =
    person.can.change && !isEditing ? (
      <Button icon={<EditOutlined />} aria-label={words.editOf(title)} onClick={() => setEditing(true)}>
        {words.edit}
      </Button>
    ) : null
  return (
    <div id={`section-${key}`} style={{ scrollMarginTop: 80 }}>
      <Section title={title} note={section.verifiedOn ? words.verified(section.verifiedOn) : null} actions={edit}>
        {isEditing ? (
          <SectionForm person={person} section={section} sectionKey={key} onClose={() => setEditing(false)} />
        ) : (
          <ReadFields sectionKey={key} values={section.values} />
        )}
      </Section>
    </div>
  )
}

function ReadFields({ sectionKey, values }: { sectionKey: SectionKey; values: SectionRecord['values'] }) {
  const lang = useLanguage()
  return (
    <Facts
      items={fieldsOf(sectionKey).map((field) => ({
        label: field[lang],
        value: showValue(field, values[field.key], lang),
        wide: field.kind === 'long',
      }))}
    />
  )
}
