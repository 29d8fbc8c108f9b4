import { useQuery } from '@tanstack/react-query'
import { reasonWords } from '#modules/people/duplicates/words.ts'
import { api } from '../../../api.ts'
import { useSettled } from '../../../ui/form/use-settled.ts'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { PEOPLE } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import type { Typed } from './draft.ts'
import css from './lookalikes.module.css'

/** People on record whom the one being typed may be. It only warns: two people may share a name. */
export function Lookalikes({ typed }: { typed: Typed }) {
  const words = usePeopleWords()
  const say = useSay()
  const { sentences } = usePunctuation()
  const asked = useSettled(JSON.stringify(askedOf(typed)))
  const { name } = typed
  const found = useQuery({
    queryKey: [...PEOPLE, 'lookalikes', asked],
    queryFn: () =>
      api.duplicates.warnDuplicates(JSON.parse(asked) as Parameters<typeof api.duplicates.warnDuplicates>[0]), // askedOf made it,
    enabled: Boolean(name && name.length > 1),
  })
  const items = found.data?.items ?? []
  const elsewhere = found.data?.elsewhere
  return (
    <div aria-live="polite">
      {items.length || elsewhere ? (
        <div className={css.warning}>
          <p className={css.title}>{items.length ? words.lookalikes(items.length) : words.lookalikeElsewhere}</p>
          {elsewhere ? <p>{say(elsewhere)}</p> : null}
          <ul className={css.list}>
            {items.map((one) => (
              <li key={one.id}>
                <a href={`/people/${one.id}`} target="_blank" rel="noreferrer">
                  {one.name}
                </a>{' '}
                {[one.birthOn, one.unit, one.community].filter(Boolean).join(' · ')}
                <span className={css.why}>{sentences(one.reasons.map((code) => say(reasonWords[code])))}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

function askedOf({ name, birthOn, idNumber, phone, unitId }: Typed) {
  const parts = { name: name ?? '', birthOn, idNumber, phone, unitId }
  return Object.fromEntries(Object.entries(parts).filter(([key, value]) => key === 'name' || value))
}
