import { showDate } from '#modules/people/fields/show.ts'
import { Mark } from '../../../../ui/control/mark.tsx'
import { useLanguage } from '../../../../ui/language/language.ts'
import { usePeopleWords } from '../../words.ts'
import type { Brief } from '../queries.ts'
import { useDuplicatesWords } from '../words.ts'
import css from './list.module.css'

/** Enough of a record to tell it from another of the same name. */
export function BriefCell({ brief }: { brief: Brief }) {
  const people = usePeopleWords()
  const words = useDuplicatesWords()
  const lang = useLanguage()
  const idOf = ({ idStatus }: Brief) => `${people.idStatus} ${people.idStatusOf(idStatus)}`
  const { birthOn, unit, community, phone } = brief
  return (
    <div>
      <a href={`/people/${brief.id}`} target="_blank" rel="noreferrer">
        {brief.name}
        <span className="visually-hidden"> {words.newWindow}</span>
      </a>{' '}
      {brief.status === 'living' ? null : <Mark>{people.statusOf(brief.status)}</Mark>}
      <p className={css.more}>
        {[birthOn ? showDate(birthOn, lang) : words.noBirth, unit, community].filter(Boolean).join(' · ')}
      </p>
      <p className={css.more}>{[phone, idOf(brief)].filter(Boolean).join(' · ')}</p>
    </div>
  )
}
