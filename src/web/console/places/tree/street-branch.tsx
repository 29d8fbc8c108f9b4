import RightOutlined from '@ant-design/icons/RightOutlined'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlaceLine } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import type { Branch } from './branches.ts'
import css from './place-tree.module.css'

type StreetBranchProps = { branch: Branch; current: string; isFiltered: boolean }
const STREET_DIGITS = 9

export function StreetBranch({ branch, current, isFiltered }: StreetBranchProps) {
  const words = usePlacesWords()
  const { place, below } = branch
  const holdsCurrent = current.startsWith(place.code.slice(0, STREET_DIGITS))
  const [choice, setChoice] = useState<boolean | null>(null)
  const isOpen = choice ?? (holdsCurrent || isFiltered)
  return (
    <li>
      <div className={css.line}>
        {below.length ? (
          <button
            type="button"
            className={css.twist}
            aria-expanded={isOpen}
            aria-label={isOpen ? words.collapse(place.short) : words.expand(place.short)}
            onClick={() => setChoice(!isOpen)}
          >
            <RightOutlined className={isOpen ? css.open : ''} />
          </button>
        ) : (
          <span className={css.twist} />
        )}
        <PlaceLink place={place} />
      </div>
      {isOpen && below.length ? (
        <ul className={css.below}>
          {below.map((one) => (
            <li key={one.code}>
              <PlaceLink place={one} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function PlaceLink({ place }: { place: PlaceLine }) {
  return (
    <Link
      to="/places/$code"
      params={{ code: place.code }}
      className={css.link ?? ''}
      activeProps={{ className: css.here ?? '' }}
      title={place.name}
    >
      <span>{place.short}</span>
      <span className={css.count}>{place.people || ''}</span>
    </Link>
  )
}
