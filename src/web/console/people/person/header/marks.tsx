import { lixiuPeriodCodes } from '#modules/people/codes/cadre.ts'
import { livingFlagCodes } from '#modules/people/codes/care.ts'
import { wordOf } from '#modules/people/codes/code-table.ts'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { Mark } from '../../../../ui/control/mark.tsx'
import { useLanguage, useSay } from '../../../../ui/language/language.ts'
import type { PersonRecord } from '../../queries.ts'
import { usePeopleWords } from '../../words.ts'
import css from '../person.module.css'
import { valueOf } from '../value-of.ts'

/** Situations in which somebody should look in more often. */
const CARE = new Set([
  'lives_alone',
  'lost_only_child',
  'childless',
  'dependent',
  'partly_dependent',
  'severely_disabled',
  'seriously_ill',
  'bedridden',
  'long_in_hospital',
])

/** Kind, period of the revolution, living situation, state and tags, as small words. */
export function Marks({ person }: { person: PersonRecord }) {
  const people = usePeopleWords()
  const lang = useLanguage()
  const say = useSay()
  const textOf = (key: string) => {
    const field = fieldOf(key)
    return field ? showValue(field, valueOf(person, key), lang) : ''
  }
  const period = person.lixiuPeriod ? lixiuPeriodCodes.words.get(person.lixiuPeriod) : undefined
  const flags = valueOf(person, 'livingFlags')
  const living = Array.isArray(flags) ? flags : []
  return (
    <p className={css.marks}>
      {person.status === 'living' ? null : <Mark tone="bad">{people.statusOf(person.status)}</Mark>}
      {textOf('kind') ? <Mark tone="brand">{textOf('kind')}</Mark> : null}
      {period ? <Mark>{say(period)}</Mark> : null}
      {living.map((flag) => (
        <Mark key={flag} tone={CARE.has(flag) ? 'doubtful' : 'plain'}>
          {wordOf(livingFlagCodes, flag, lang)}
        </Mark>
      ))}
      {person.tags.map((tag) => (
        <Mark key={tag} tone="good">
          {tag}
        </Mark>
      ))}
    </p>
  )
}
