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

/** Only for those who congratulate: a reader of lists is told no day of birth. */
export function Birthdays() {
  const words = useHomeWords()
  const [isWhole, setWhole] = useState(false)
  const birthdays = useQuery(birthdaysQuery)
  if (birthdays.data?.isShown === false) return null
  return (
    <Section title={words.birthdays} note={words.birthdaysNote}>
      <Answer query={birthdays}>
        {({ items }) =>
          items.length ? (
            <ul className={css.bars}>
              {items.slice(0, isWhole ? items.length : FIRST).map(({ id, name, where, day, age }) => (
                <li key={id} className={css.birthday}>
                  <span>{day}</span>
                  <span>
                    <HrefLink href={`/people/${id}`}>{name}</HrefLink> <span className={css.hint}>{where}</span>
                  </span>
                  <span>{age === null ? null : words.turns(age)}</span>
                </li>
              ))}
              {items.length > FIRST && !isWhole ? (
                <li className={css.rest}>
                  <Button onClick={() => setWhole(true)}>{words.allBirthdays(items.length)}</Button>
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
