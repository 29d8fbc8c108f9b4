import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { Branch as TreeBranch } from '../../../ui/tree/branch.tsx'
import css from '../../../ui/tree/tree.module.css'
import { Leaf } from '../../people/tree/leaf.tsx'
import { usePeopleWords } from '../../people/words.ts'
import { type PlaceLine, treeQuery } from '../../places/queries.ts'
import { type Branch, treeOf } from '../../places/tree/branches.ts'
import { useCalendarWords } from '../words.ts'
import { useCalendar } from './use-calendar.ts'

const STREET_DIGITS = 9

/** County, streets, communities: a choice narrows the calendar. */
export function PlaceSide() {
  const words = useCalendarWords()
  const tree = useQuery(treeQuery)
  const [filter, setFilter] = useState('')
  return (
    <nav className={css.tree} aria-label={words.byPlace}>
      <Input
        value={filter}
        onChange={(event) => setFilter(event.target.value.trim())}
        placeholder={words.findPlace}
        aria-label={words.findPlace}
        allowClear
      />
      <Answer query={tree} lines={8}>
        {({ items }) => {
          const { county, branches } = treeOf(items, filter)
          return (
            <ul className={css.list}>
              {county ? (
                <li>
                  <PlaceLeaf place={county} isCounty />
                </li>
              ) : null}
              {branches.map((branch) => (
                <Street key={branch.place.code} branch={branch} isFiltered={filter !== ''} />
              ))}
            </ul>
          )
        }}
      </Answer>
    </nav>
  )
}

function Street({ branch: { place, below }, isFiltered }: { branch: Branch; isFiltered: boolean }) {
  const words = usePeopleWords()
  const { search } = useCalendar()
  const [choice, setChoice] = useState<boolean | null>(null)
  const isOpen = choice ?? (isFiltered || (search.under?.startsWith(place.code.slice(0, STREET_DIGITS)) ?? false))
  return (
    <TreeBranch
      leaf={<PlaceLeaf place={place} />}
      below={below.map((one) => (
        <li key={one.code}>
          <PlaceLeaf place={one} />
        </li>
      ))}
      isOpen={isOpen}
      onTwist={() => setChoice(!isOpen)}
      label={isOpen ? words.fold(place.short) : words.unfold(place.short)}
    />
  )
}

function PlaceLeaf({ place, isCounty = false }: { place: PlaceLine; isCounty?: boolean }) {
  const { search, change } = useCalendar()
  const isChosen = isCounty ? !search.under : search.under === place.code
  return (
    <Leaf
      name={place.short}
      title={place.name}
      count={0}
      isChosen={isChosen}
      onChoose={() => change({ under: isCounty || isChosen ? undefined : place.code, siteId: undefined })}
    />
  )
}
