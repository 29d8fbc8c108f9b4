import { useState } from 'react'
import { fieldsOf, sectionWords } from '#modules/people/fields/catalogue.ts'
import { type SectionKey, sectionKeys } from '#modules/people/fields/field.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { useLanguage, useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useMe } from '../../shell/session/me.ts'
import { photoAddress } from '../person/header/photo-address.ts'
import { valueOf } from '../person/value-of.ts'
import type { PersonRecord } from '../queries.ts'
import { usePersonWords } from '../words.ts'
import css from './card.module.css'
import { CardLists } from './card-lists.tsx'

/** A sheet of A4 in the order of the paper form. Empty boxes stay empty, to be filled in by hand. */
export function CardSheet({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const { account, county } = useMe()
  const { minute } = useTimes()
  const [printedAt] = useState(() => new Date().toISOString())
  const shown = sectionKeys.filter((key) => key !== 'keeping' && (key !== 'death' || person.status === 'deceased'))
  return (
    <article className={css.sheet} data-sheet="" aria-label={words.cardOf(person.name)}>
      {person.hasPhoto ? (
        <img src={photoAddress(person)} alt={words.photoOf(person.name)} className={css.photo ?? ''} />
      ) : null}
      <p className={css.heading}>{words.cardHeading}</p>
      <p className={css.under}>
        <span>
          {words.originalUnit}: {person.unit?.name ?? words.nothing}
        </span>
        <span>
          {words.home}: {person.place?.path.join(' ') || words.nothing}
        </span>
      </p>
      {shown.map((key) => (
        <CardSection key={key} person={person} sectionKey={key} />
      ))}
      <CardLists person={person} />
      <p className={css.foot}>{words.printedBy(county.name, account.name, minute(printedAt))}</p>
    </article>
  )
}

function CardSection({ person, sectionKey }: { person: PersonRecord; sectionKey: SectionKey }) {
  const lang = useLanguage()
  const say = useSay()
  return (
    <section className={css.section}>
      <h2 className={css.title}>{say(sectionWords[sectionKey])}</h2>
      <dl className={css.boxes}>
        {fieldsOf(sectionKey).map((field) => (
          <div key={field.key} className={field.kind === 'long' || field.key === 'address' ? css.wide : css.box}>
            <dt>{say(field)}</dt>
            <dd>{showValue(field, valueOf(person, field.key), lang)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
