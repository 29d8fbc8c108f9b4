import css from '../../../ui/tree/tree.module.css'
import { Leaf } from '../../people/tree/leaf.tsx'
import { PlaceBranches } from '../../places/tree/place-branches.tsx'
import { useCalendarWords } from '../words.ts'
import { useCalendar } from './use-calendar.ts'

/** County, streets, communities: a choice narrows the calendar. */
export function PlaceSide() {
  const words = useCalendarWords()
  const { search, change } = useCalendar()
  return (
    <nav className={css.tree} aria-label={words.byPlace}>
      <PlaceBranches
        chosen={search.under}
        leaf={(place, isCounty) => {
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
        }}
      />
    </nav>
  )
}
