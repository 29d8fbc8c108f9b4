import { fieldsOf } from '#modules/people/fields/catalogue.ts'
import type { Field, SectionKey } from '#modules/people/fields/field.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { useLanguage, useSay } from '../../../../ui/language/language.ts'
import { type Fact, Facts } from '../../../../ui/page/facts.tsx'
import type { PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { RevealButton } from '../acts/reveal.tsx'
import { isKeptFrom, valueOf } from '../value-of.ts'
import css from './read-fields.module.css'

type ReadFieldsProps = {
  person: PersonRecord
  sectionKey: SectionKey
  onFill?: ((field: string) => void) | undefined
}

/** What is filled in, as facts; what is not, as one quiet line that leads to its box. */
export function ReadFields({ person, sectionKey, onFill }: ReadFieldsProps) {
  const words = usePersonWords()
  const lang = useLanguage()
  const fields = fieldsOf(sectionKey)
  const filled = fields.filter((field) => showValue(field, valueOf(person, field.key), lang) !== '')
  const hidden = fields.filter((field) => isKeptFrom(person, field) && !filled.includes(field))
  const empty = fields.filter((field) => !filled.includes(field) && !hidden.includes(field))
  return (
    <div className={css.read}>
      {filled.length ? <Facts items={filled.map((field) => factOf(person, field, lang))} /> : null}
      {hidden.length ? <p className={css.note}>{words.hidden(hidden.map((field) => field[lang]))}</p> : null}
      {sectionKey === 'identity' ? <LostNumber person={person} /> : null}
      {empty.length ? <Empty person={person} fields={empty} onFill={onFill} /> : null}
    </div>
  )
}

function factOf(person: PersonRecord, field: Field, lang: 'zh' | 'en'): Fact {
  const text = showValue(field, valueOf(person, field.key), lang)
  const isMasked = field.kind === 'sealed' && String(valueOf(person, field.key)).startsWith('*')
  const reveal = field.key === 'idNumber' || field.key === 'medicalInsuranceNo' ? field.key : null
  return {
    label: field[lang],
    value:
      isMasked && reveal ? (
        <>
          <span className={css.masked}>{text}</span> <RevealButton person={person} field={reveal} />
        </>
      ) : (
        text
      ),
    wide: field.kind === 'long',
  }
}

/** A number that was written wrong is kept as it was written, under the same lock. */
function LostNumber({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  if (person.idStatus !== 'invalid' && person.idStatus !== 'unrecoverable') return null
  return (
    <p className={css.note}>
      {words.lostNumber} <RevealButton person={person} field="idText" />
    </p>
  )
}

type EmptyProps = { person: PersonRecord; fields: readonly Field[]; onFill: ReadFieldsProps['onFill'] }

function Empty({ person, fields, onFill }: EmptyProps) {
  const words = usePersonWords()
  const say = useSay()
  return (
    <div className={css.empty}>
      <span className={css.note}>{words.notFilled}</span>
      <ul className={css.names}>
        {fields.map((field) => (
          <li key={field.key}>
            {onFill ? (
              <button
                type="button"
                className={person.missing.includes(field.key) ? css.needed : css.fill}
                onClick={() => onFill(field.key)}
              >
                {say(field)}
              </button>
            ) : (
              say(field)
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
