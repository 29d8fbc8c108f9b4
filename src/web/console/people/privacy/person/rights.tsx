import { Button } from 'antd'
import { useState } from 'react'
import { Section } from '../../../../ui/page/section.tsx'
import { useMay } from '../../../shell/session/me.ts'
import type { PersonRecord } from '../../queries.ts'
import { usePrivacyWords } from '../words.ts'
import { AskErasure } from './ask-erasure.tsx'
import { OwnFile } from './own-file.tsx'
import css from './person-privacy.module.css'
import { ProposeCorrection } from './propose-correction.tsx'

type Open = 'file' | 'correction' | 'erasure' | null

/** What the law gives the person: a copy, a correction, being forgotten. */
export function Rights({ person }: { person: PersonRecord }) {
  const words = usePrivacyWords()
  const may = useMay()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  if (!person.can.change) return null
  return (
    <Section title={words.rights} note={words.rightsNote}>
      <div className={css.acts}>
        {may('people.reveal') ? <Button onClick={() => setOpen('file')}>{words.ownFile}</Button> : null}
        <Button onClick={() => setOpen('correction')}>{words.propose}</Button>
        <Button onClick={() => setOpen('erasure')}>{words.askErasure}</Button>
      </div>
      {open === 'file' ? <OwnFile person={person} onClose={close} /> : null}
      {open === 'correction' ? <ProposeCorrection person={person} onClose={close} /> : null}
      {open === 'erasure' ? <AskErasure person={person} onClose={close} /> : null}
    </Section>
  )
}
