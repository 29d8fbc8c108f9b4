import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Answer } from '../../../../ui/feedback/answer.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { affiliationsQuery, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { useEditing } from '../editing.ts'
import { AddUnit } from './add-unit.tsx'
import { AffiliationTable } from './affiliation-table.tsx'
import { MoveHome } from './move-home.tsx'

/** Where a person belongs today and belonged before. Adding never ends anything: the original unit's duty stays. */
export function Affiliations({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const affiliations = useQuery(affiliationsQuery(person.id))
  const { isOpen, close } = useEditing()
  const [isAdding, setAdding] = useState(false)
  const [isMoving, setMoving] = useState(false)
  const acts = person.can.change ? (
    <>
      <Button onClick={() => setAdding(true)}>{words.addUnit}</Button>
      <Button onClick={() => setMoving(true)}>{person.place ? words.moveHome : words.setHome}</Button>
    </>
  ) : null
  const closeMove = () => {
    setMoving(false)
    close('home')
  }
  return (
    <Section title={words.tabs.affiliations} note={words.affiliationsNote} actions={acts} flush>
      <Answer query={affiliations}>{({ items }) => <AffiliationTable person={person} items={items} />}</Answer>
      {isAdding ? <AddUnit person={person} onClose={() => setAdding(false)} /> : null}
      {isMoving || isOpen('home') ? <MoveHome person={person} onClose={closeMove} /> : null}
    </Section>
  )
}
