import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { birthdaysQuery } from '../queries.ts'
import { useHomeWords } from '../words.ts'
import css from './parts.module.css'

const FIRST = 8

export function Birthdays() {
  const words = useHomeWords()
  const [isWhole, setWhole] = useState(false)
  const birthdays = useQuery(birthdaysQuery)
  return (
    <Section title={words.birthdays} note={words.birthdaysNote}>
      <Answer query={birthdays}>
        {(found) =>
          found.length ? (
            <ul className={css.bars}>
              {found.slice(0, isWhole ? found.length : FIRST).map(({ person, age, birthOn }) => (
                <li key={person.id} className={css.birthday}>
                  <span>{birthOn.slice(5)}</span>
                  <span>
                    <HrefLink href={`/people/${person.id}`}>{person.name}</HrefLink>{' '}
                    <span className={css.hint}>{person.community ?? person.unit}</span>
                  </span>
                  <span>{words.turns(age)}</span>
                </li>
              ))}
              {found.length > FIRST && !isWhole ? (
                <li className={css.rest}>
                  <Button onClick={() => setWhole(true)}>{words.allBirthdays(found.length)}</Button>
                </li>
              ) : null}
            </ul>
          ) : (
            <p className={css.hint}>{words.noBirthdays}</p>
          )
        }
      </Answer>
    </Section>
  )
}
