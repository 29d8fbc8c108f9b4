import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { useSay } from '../../../../ui/language/language.ts'
import { missingWord } from '../../filter/filter-fields.ts'
import { Meter } from '../../list/meter.tsx'
import type { PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { type Target, useEditing } from '../editing.ts'
import css from '../person.module.css'

/** How full the record is; each missing item leads to the box where it is filled in. */
export function Completeness({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const say = useSay()
  const { edit } = useEditing()
  return (
    <div className={css.completeness}>
      <span className={css.label}>{words.completeness}</span>
      <Meter percent={person.completeness} />
      {person.missing.length ? (
        <>
          <span className={css.label}>{words.missing}</span>
          <ul className={css.missing}>
            {person.missing.map((key) => (
              <li key={key}>
                {person.can.change ? (
                  <button type="button" className={css.jump} onClick={() => edit(targetOf(key))}>
                    {say(missingWord(key))}
                  </button>
                ) : (
                  say(missingWord(key))
                )}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <span>{words.nothingMissing}</span>
      )}
    </div>
  )
}

function targetOf(key: string): Target {
  if (key === 'placeCode') return { tab: 'affiliations', section: 'home' }
  if (key === 'phone') return { tab: 'ties', section: 'phones' }
  return { tab: 'record', section: fieldOf(key)?.section ?? 'identity', field: key }
}
