import EditOutlined from '@ant-design/icons/EditOutlined'
import SafetyOutlined from '@ant-design/icons/SafetyOutlined'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Section } from '../../../../ui/page/section.tsx'
import type { PersonRecord, SectionRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { VerifySection } from './verify-section.tsx'

type SectionCardProps = {
  person: PersonRecord
  section: SectionRecord
  title: string
  isEditing: boolean
  onEdit: () => void
  flush?: boolean
  children: ReactNode
}

/** The frame of a part of the record: since when it is checked, where it comes from, and the acts on it. */
export function SectionCard({ person, section, title, isEditing, onEdit, flush = false, children }: SectionCardProps) {
  const words = usePersonWords()
  const [isVerifying, setVerifying] = useState(false)
  const notes = [
    section.verifiedOn ? words.verified(section.verifiedOn, section.verifiedBy) : null,
    section.source ? words.fromSource(section.source) : null,
  ].filter(Boolean)
  const acts =
    person.can.change && !isEditing ? (
      <>
        <Button type="text" icon={<SafetyOutlined aria-hidden />} onClick={() => setVerifying(true)}>
          {words.verify}
          <span className="visually-hidden"> {title}</span>
        </Button>
        <Button icon={<EditOutlined aria-hidden />} onClick={onEdit}>
          {words.edit}
          <span className="visually-hidden"> {title}</span>
        </Button>
      </>
    ) : null
  return (
    <div id={`section-${section.key}`} style={{ scrollMarginTop: 80 }}>
      <Section title={title} note={notes.join(' · ')} actions={acts} flush={flush}>
        {children}
      </Section>
      {isVerifying ? (
        <VerifySection person={person} section={section} title={title} onClose={() => setVerifying(false)} />
      ) : null}
    </div>
  )
}
