import { fieldOf } from '#modules/people/fields/catalogue.ts'
import type { FieldValue } from '#modules/people/fields/field.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { useLanguage } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import type { RowLine } from '../queries.ts'
import { useImportsWords } from '../words.ts'
import css from './rows.module.css'

const SHOWN = ['gender', 'birthOn', 'idNumber', 'kind', 'post', 'rank', 'political', 'retiredOn'] as const

/** The row in normal form; where it is about a recorded person, what would change, old → new. */
export function RowFacts({ row }: { row: RowLine }) {
  const words = useImportsWords()
  const language = useLanguage()
  const { colon, enumerate } = usePunctuation()
  const { record } = row
  if (!record) return null
  const facts = SHOWN.flatMap((key) => factOf(key, record.values[key], language))
  const around = [record.unitName, record.placeName, enumerate(record.phones.map((phone) => phone.number))].filter(
    Boolean,
  )
  return (
    <div className={css.facts}>
      <p>{[...facts, ...around].join(' · ')}</p>
      {row.match ? (
        <p>
          {words.matched}
          {colon}
          <HrefLink href={`/people/${row.match.id}`}>{row.match.name}</HrefLink>{' '}
          {[row.match.birthOn, row.match.unit].filter(Boolean).join(' · ')}
        </p>
      ) : null}
      {row.changes.length ? (
        <ul className={css.changes}>
          {row.changes.map((change) => (
            <li key={change.field}>
              {fieldOf(change.field)?.[language] ?? change.field}
              {colon}
              <del>{change.from ?? words.empty}</del> → <ins>{change.to ?? words.empty}</ins>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function factOf(key: string, value: FieldValue | undefined, language: 'zh' | 'en'): string[] {
  const field = fieldOf(key)
  const text = field ? showValue(field, value, language) : ''
  return text ? [text] : []
}
