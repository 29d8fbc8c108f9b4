import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { Branch as TreeBranch } from '../../../ui/tree/branch.tsx'
import css from '../../../ui/tree/tree.module.css'
import { type PlaceLine, treeQuery } from '../../places/queries.ts'
import { type Branch, treeOf } from '../../places/tree/branches.ts'
import { usePlacesWords } from '../../places/words.ts'
import { useGroupWords } from '../words.ts'

const route = getRouteApi('/shell/groups')
const STREET_DIGITS = 9

/** County, streets, communities: a choice narrows the list to what meets there. */
export function PlaceSide() {
  const words = useGroupWords()
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
                  <PlaceLink place={county} isCounty />
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
  const words = usePlacesWords()
  const { under } = route.useSearch()
  const [choice, setChoice] = useState<boolean | null>(null)
  const isOpen = choice ?? (isFiltered || (under?.startsWith(place.code.slice(0, STREET_DIGITS)) ?? false))
  return (
    <TreeBranch
      leaf={<PlaceLink place={place} />}
      below={below.map((one) => (
        <li key={one.code}>
          <PlaceLink place={one} />
        </li>
      ))}
      isOpen={isOpen}
      onTwist={() => setChoice(!isOpen)}
      label={isOpen ? words.collapse(place.short) : words.expand(place.short)}
    />
  )
}

function PlaceLink({ place, isCounty = false }: { place: PlaceLine; isCounty?: boolean }) {
  const search = route.useSearch()
  const { under } = search
  const isChosen = isCounty ? !under : under === place.code
  return (
    <Link
      to="/groups"
      search={{ ...search, under: isCounty ? undefined : place.code, offset: undefined }}
      className={`${css.leaf} ${isChosen ? css.chosen : ''}`}
      aria-current={isChosen ? 'true' : undefined}
      title={place.name}
    >
      <span>{place.short}</span>
    </Link>
  )
}
