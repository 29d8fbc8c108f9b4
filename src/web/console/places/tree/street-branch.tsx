import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Branch as TreeBranch } from '../../../ui/tree/branch.tsx'
import css from '../../../ui/tree/tree.module.css'
import type { PlaceLine } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import type { Branch } from './branches.ts'

type StreetBranchProps = { branch: Branch; current: string; isFiltered: boolean }
const STREET_DIGITS = 9

export function StreetBranch({ branch, current, isFiltered }: StreetBranchProps) {
  const words = usePlacesWords()
  const { place, below } = branch
  const holdsCurrent = current.startsWith(place.code.slice(0, STREET_DIGITS))
  const [choice, setChoice] = useState<boolean | null>(null)
  const isOpen = choice ?? (holdsCurrent || isFiltered)
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

function PlaceLink({ place }: { place: PlaceLine }) {
  return (
    <Link
      to="/places/$code"
      params={{ code: place.code }}
      className={css.leaf ?? ''}
      activeProps={{ className: css.chosen ?? '' }}
      title={place.name}
    >
      <span>{place.short}</span>
      <span className={css.count}>{place.people || ''}</span>
    </Link>
  )
}
