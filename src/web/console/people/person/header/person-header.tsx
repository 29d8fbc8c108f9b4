import { Alert } from 'antd'
import { ButtonLink } from '../../../../ui/control/button-link.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { Section } from '../../../../ui/page/section.tsx'
import type { PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import css from '../person.module.css'
import { Completeness } from './completeness.tsx'
import { HeaderFacts } from './header-facts.tsx'
import { Marks } from './marks.tsx'
import { Photo } from './photo.tsx'

/** What one needs to know before reading on: who, of which unit, where, how complete, and what does not fit together. */
export function PersonHeader({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  return (
    <Section title={words.header} quiet>
      <div className={css.header}>
        {person.mergedInto ? <MergedInto id={person.mergedInto} /> : null}
        <div className={css.top}>
          <div className={css.facts}>
            <Marks person={person} />
            <HeaderFacts person={person} />
          </div>
          <Photo person={person} />
        </div>
        {person.flags.length ? <Flags person={person} /> : null}
        <Completeness person={person} />
      </div>
    </Section>
  )
}

function MergedInto({ id }: { id: string }) {
  const words = usePersonWords()
  const link = (
    <ButtonLink to="/people/$id" params={{ id }}>
      {words.toKept}
    </ButtonLink>
  )
  return <Alert type="info" showIcon title={words.mergedAway} action={link} />
}

function Flags({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const say = useSay()
  return (
    <div className={css.flags} role="note" aria-label={words.flags}>
      <ul>
        {person.flags.map((flag) => (
          <li key={flag.code}>{say(flag)}</li>
        ))}
      </ul>
    </div>
  )
}
