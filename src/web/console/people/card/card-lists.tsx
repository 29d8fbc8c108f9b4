import { showDate } from '#modules/people/fields/show.ts'
import { useLanguage, useSay } from '../../../ui/language/language.ts'
import { phoneLabelWords } from '../person/ties/phone-labels.ts'
import { relationOf } from '../person/ties/relation-select.tsx'
import type { PersonRecord } from '../queries.ts'
import { usePeopleWords, usePersonWords } from '../words.ts'
import css from './card.module.css'

/** Telephones, contacts and family, as lines of the form. */
export function CardLists({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  const say = useSay()
  const lang = useLanguage()
  const labelOf = (label: string) => say(phoneLabelWords[label] ?? { zh: label, en: label })
  return (
    <>
      <section className={css.section}>
        <h2 className={css.title}>{words.phones}</h2>
        <p className={css.line}>
          {person.phones.map(({ number, label }) => `${number} (${labelOf(label)})`).join('  ') || words.nothing}
        </p>
      </section>
      <Lines
        title={words.contacts}
        head={[people.name, words.relation, words.mobile, words.landline]}
        rows={person.contacts.map((one) => [one.name, relationOf(one.relation, say), one.mobile, one.landline])}
      />
      <Lines
        title={words.family}
        head={[people.name, words.relation, words.birth, words.workUnit, people.phone]}
        rows={person.family.map((one) => [
          one.name,
          relationOf(one.relation, say),
          one.birthOn ? showDate(one.birthOn, lang) : null,
          one.workUnit,
          one.phone,
        ])}
      />
    </>
  )
}

type LinesProps = { title: string; head: readonly string[]; rows: readonly (readonly (string | null)[])[] }

function Lines({ title, head, rows }: LinesProps) {
  if (!rows.length) return null
  return (
    <section className={css.section}>
      <h2 className={css.title}>{title}</h2>
      <div className={css.scroll}>
        <table className={css.lines}>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => (
                  <td key={head[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
