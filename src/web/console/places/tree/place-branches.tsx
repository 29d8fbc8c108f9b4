import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { Branch as TreeBranch } from '../../../ui/tree/branch.tsx'
import css from '../../../ui/tree/tree.module.css'
import { type PlaceLine, treeQuery } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import { type Branch, treeOf } from './branches.ts'

const STREET_DIGITS = 9

type PlaceBranchesProps = {
  /** The place that is looked at: its street stands open. */
  chosen: string | undefined
  leaf: (place: PlaceLine, isCounty: boolean) => ReactNode
}

/** County, streets, communities, found by a few characters; what a leaf does is the page's own. */
export function PlaceBranches({ chosen, leaf }: PlaceBranchesProps) {
  const words = usePlacesWords()
  const tree = useQuery(treeQuery)
  const [filter, setFilter] = useState('')
  return (
    <>
      <Input
        value={filter}
        onChange={(event) => setFilter(event.target.value.trim())}
        placeholder={words.treeFilter}
        aria-label={words.treeFilter}
        allowClear
      />
      <Answer query={tree} lines={8}>
        {({ items }) => {
          const { county, branches } = treeOf(items, filter)
          return (
            <ul className={css.list}>
              {county ? <li>{leaf(county, true)}</li> : null}
              {branches.map((branch) => (
                <Street
                  key={branch.place.code}
                  branch={branch}
                  chosen={chosen}
                  leaf={leaf}
                  isFiltered={filter !== ''}
                />
              ))}
              {branches.length ? null : <li className={css.note}>{words.treeNone}</li>}
            </ul>
          )
        }}
      </Answer>
    </>
  )
}

function Street({ branch, chosen, leaf, isFiltered }: PlaceBranchesProps & { branch: Branch; isFiltered: boolean }) {
  const words = usePlacesWords()
  const { place, below } = branch
  const [choice, setChoice] = useState<boolean | null>(null)
  const isOpen = choice ?? (isFiltered || (chosen?.startsWith(place.code.slice(0, STREET_DIGITS)) ?? false))
  return (
    <TreeBranch
      leaf={leaf(place, false)}
      below={below.map((one) => <li key={one.code}>{leaf(one, false)}</li>)}
      isOpen={isOpen}
      onTwist={() => setChoice(!isOpen)}
      label={isOpen ? words.collapse(place.short) : words.expand(place.short)}
    />
  )
}
