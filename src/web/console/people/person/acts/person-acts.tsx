import { Button } from 'antd'
import { useState } from 'react'
import { ButtonLink } from '../../../../ui/control/button-link.tsx'
import { useMay } from '../../../shell/session/me.ts'
import type { PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { RecordDeath } from './record-death.tsx'
import { RestoreLife } from './restore-life.tsx'
import { TagPerson } from './tag-person.tsx'

type Open = 'death' | 'restore' | 'tags' | null

export function PersonActs({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const may = useMay()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      {may('people.tag') && person.status !== 'merged' ? (
        <Button onClick={() => setOpen('tags')}>{words.tag}</Button>
      ) : null}
      <ButtonLink to="/people/$id/card" params={{ id: person.id }}>
        {words.printCard}
      </ButtonLink>
      {person.can.recordDeath ? <Button onClick={() => setOpen('death')}>{words.recordDeath}</Button> : null}
      {person.can.change && person.status === 'deceased' ? (
        <Button onClick={() => setOpen('restore')}>{words.restoreLife}</Button>
      ) : null}
      {open === 'death' ? <RecordDeath person={person} onClose={close} /> : null}
      {open === 'restore' ? <RestoreLife person={person} onClose={close} /> : null}
      {open === 'tags' ? <TagPerson person={person} onClose={close} /> : null}
    </>
  )
}
