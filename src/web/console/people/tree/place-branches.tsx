import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { Branch as TreeBranch } from '../../../ui/tree/branch.tsx'
import css from '../../../ui/tree/tree.module.css'
import { type PlaceLine, treeQuery } from '../../places/queries.ts'
import { type Branch, treeOf } from '../../places/tree/branches.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { usePeopleWords } from '../words.ts'
import { Leaf } from './leaf.tsx'
import { usePlaceCounts } from './use-place-counts.ts'

const STREET_DIGITS = 9

export function PlaceBranches() {
  const words = usePeopleWords()
  const tree = useQuery(treeQuery)
  const countOf = usePlaceCounts()
  const [filter, setFilter] = useState('')
  return (
    <>
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
                  <PlaceLeaf place={county} count={countOf(county)} isCounty />
                </li>
              ) : null}
              {branches.map((branch) => (
                <Street key={branch.place.code} branch={branch} countOf={countOf} isFiltered={filter !== ''} />
              ))}
            </ul>
          )
        }}
      </Answer>
    </>
  )
}

type StreetProps = { branch: Branch; countOf: (place: PlaceLine) => number; isFiltered: boolean }

function Street({ branch, countOf, isFiltered }: StreetProps) {
  const words = usePeopleWords()
  const { search } = useListAddress()
  const { place, below } = branch
  const [choice, setChoice] = useState<boolean | null>(null)
  const isOpen = choice ?? (isFiltered || (search.place?.startsWith(place.code.slice(0, STREET_DIGITS)) ?? false))
  return (
    <TreeBranch
      leaf={<PlaceLeaf place={place} count={countOf(place)} />}
      below={below.map((one) => (
        <li key={one.code}>
          <PlaceLeaf place={one} count={countOf(one)} />
        </li>
      ))}
      isOpen={isOpen}
      onTwist={() => setChoice(!isOpen)}
      label={isOpen ? words.fold(place.short) : words.unfold(place.short)}
    />
  )
}

/** The county itself stands for everybody: choosing it lets the place go. */
function PlaceLeaf({ place, count, isCounty = false }: { place: PlaceLine; count: number; isCounty?: boolean }) {
  const { search, change } = useListAddress()
  const isChosen = isCounty ? !search.place : search.place === place.code
  return (
    <Leaf
      name={place.short}
      title={place.name}
      count={count}
      isChosen={isChosen}
      onChoose={() => change({ place: isCounty || isChosen ? undefined : place.code })}
    />
  )
}
