import { getRouteApi, Link } from '@tanstack/react-router'
import css from '../../../ui/tree/tree.module.css'
import { PlaceBranches } from '../../places/tree/place-branches.tsx'
import { useGroupWords } from '../words.ts'

const route = getRouteApi('/shell/groups')

/** County, streets, communities: a choice narrows the list to what meets there. */
export function PlaceSide() {
  const words = useGroupWords()
  const search = route.useSearch()
  return (
    <nav className={css.tree} aria-label={words.byPlace}>
      <PlaceBranches
        chosen={search.under}
        leaf={(place, isCounty) => {
          const isChosen = isCounty ? !search.under : search.under === place.code
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
        }}
      />
    </nav>
  )
}
