import { Link, useParams } from '@tanstack/react-router'
import css from '../../../ui/tree/tree.module.css'
import type { PlaceLine } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import { PlaceBranches } from './place-branches.tsx'

/** County, streets, communities with their people. A street opens when it, or a community of it, is looked at. */
export function PlaceTree() {
  const words = usePlacesWords()
  const { code = '' } = useParams({ strict: false })
  return (
    <nav aria-label={words.tree} className={css.tree}>
      <PlaceBranches
        chosen={code}
        leaf={(place, isCounty) => (isCounty ? <CountyLink county={place} /> : <PlaceLink place={place} />)}
      />
    </nav>
  )
}

function CountyLink({ county }: { county: PlaceLine }) {
  return (
    <Link
      to="/places"
      className={`${css.leaf} ${css.whole}`}
      activeOptions={{ exact: true }}
      activeProps={{ className: css.chosen ?? '' }}
    >
      <span>{county.name}</span>
      <span className={css.count}>{county.people}</span>
    </Link>
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
