import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import css from '../../../ui/tree/tree.module.css'
import { useListAddress } from '../list/use-list-address.ts'
import { unitChoicesQuery } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import { Leaf } from './leaf.tsx'

/** Units, those with the most people first; more than fit are found by name. */
export function UnitBranches() {
  const words = usePeopleWords()
  const { search, change } = useListAddress()
  const [q, setQ] = useState('')
  const units = useQuery({ ...unitChoicesQuery(q), placeholderData: keepPreviousData })
  return (
    <>
      <SearchInput label={words.findUnit} value={q} onSearch={setQ} />
      <Answer query={units} lines={8}>
        {({ items, total }) => (
          <>
            <ul className={css.list}>
              {items.map((unit) => (
                <li key={unit.id}>
                  <Leaf
                    name={unit.short ?? unit.name}
                    title={unit.name}
                    count={unit.people}
                    isChosen={search.unit === unit.id}
                    onChoose={() => change({ unit: search.unit === unit.id ? undefined : unit.id })}
                  />
                </li>
              ))}
            </ul>
            {total > items.length ? <p className={css.note}>{words.unitsMore(total - items.length)}</p> : null}
          </>
        )}
      </Answer>
    </>
  )
}
