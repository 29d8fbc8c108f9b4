import type { ComponentType } from 'react'
import type { PersonRecord } from '../../queries.ts'
import { useEditing } from '../editing.ts'
import { SectionCard } from '../sections/section-card.tsx'
import { ListForm } from './list-form.tsx'

export type ListPartProps<T extends object> = {
  person: PersonRecord
  sectionKey: 'phones' | 'contacts' | 'family'
  title: string
  itemsOf: (person: PersonRecord) => readonly T[]
  Read: ComponentType<{ items: readonly T[]; person: PersonRecord }>
  /** The boxes of one line; `at` is its number, for names of fields. */
  Boxes: ComponentType<{ at: number }>
  blank: T
  /** The most lines there may be. */
  most: number
  addLabel: string
  save: (items: T[], version: number) => Promise<unknown>
}

/** A list that belongs to the record and is versioned as one: read as lines, edited as lines. */
export function ListPart<T extends object>(props: ListPartProps<T>) {
  const { person, sectionKey, Read } = props
  const { isOpen, edit, close } = useEditing()
  const section = person.sections.find(({ key }) => key === sectionKey)
  if (!section) return null
  const isEditing = isOpen(sectionKey)
  return (
    <SectionCard
      person={person}
      section={section}
      title={props.title}
      isEditing={isEditing}
      onEdit={() => edit({ tab: 'ties', section: sectionKey })}
    >
      {isEditing ? (
        <ListForm {...props} version={section.version} onClose={() => close(sectionKey)} />
      ) : (
        <Read items={props.itemsOf(person)} person={person} />
      )}
    </SectionCard>
  )
}
