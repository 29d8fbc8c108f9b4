import { sectionWords } from '#modules/people/fields/catalogue.ts'
import type { SectionKey } from '#modules/people/fields/field.ts'
import { useSay } from '../../../../ui/language/language.ts'
import type { PersonRecord } from '../../queries.ts'
import { useEditing } from '../editing.ts'
import { ReadFields } from './read-fields.tsx'
import { SectionCard } from './section-card.tsx'
import { SectionForm } from './section-form.tsx'

type FieldSectionProps = { person: PersonRecord; sectionKey: SectionKey }

/** One part of the record: read as a sheet, edited in its place. */
export function FieldSection({ person, sectionKey }: FieldSectionProps) {
  const say = useSay()
  const { isOpen, focusOf, edit, close } = useEditing()
  const fill = (field?: string) => edit({ tab: 'record', section: sectionKey, ...(field ? { field } : {}) })
  const isEditing = isOpen(sectionKey)
  const section = person.sections.find(({ key }) => key === sectionKey)
  if (!section) return null
  return (
    <SectionCard
      person={person}
      section={section}
      title={say(sectionWords[sectionKey])}
      isEditing={isEditing}
      onEdit={() => fill()}
    >
      {isEditing ? (
        <SectionForm
          person={person}
          section={section}
          sectionKey={sectionKey}
          focus={focusOf(sectionKey)}
          onClose={() => close(sectionKey)}
        />
      ) : (
        <ReadFields person={person} sectionKey={sectionKey} onFill={person.can.change ? fill : undefined} />
      )}
    </SectionCard>
  )
}
