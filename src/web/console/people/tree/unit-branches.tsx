import { useState } from 'react'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import css from '../../../ui/tree/tree.module.css'
import { useListAddress } from '../list/use-list-address.ts'
import { usePeopleWords } from '../words.ts'
import { Leaf } from './leaf.tsx'
import { useUnitChoices } from './use-unit-choices.ts'

/** Units, those with the most people first; more than fit are found by name. */
export function UnitBranches() {
  const words = usePeopleWords()
  const { search, change } = useListAddress()
  const [q, setQ] = useState('')
  const { query, choices, more } = useUnitChoices(q)
  return (
    <>
      <SearchInput label={words.findUnit} value={q} onSearch={setQ} />
      <Answer query={query} lines={8}>
        {() => (
          <>
            <ul className={css.list}>
              {choices.map(({ id, name, title, count }) => (
                <li key={id}>
                  <Leaf
                    name={name}
                    title={title}
                    count={count}
                    isChosen={search.unit === id}
                    onChoose={() => change({ unit: search.unit === id ? undefined : id })}
                  />
                </li>
              ))}
            </ul>
            {more > 0 ? <p className={css.note}>{words.unitsMore(more)}</p> : null}
          </>
        )}
      </Answer>
    </>
  )
}
