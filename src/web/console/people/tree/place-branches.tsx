import { PlaceBranches as Branches } from '../../places/tree/place-branches.tsx'
import { useListAddress } from '../list/use-list-address.ts'
import { Leaf } from './leaf.tsx'
import { usePlaceCounts } from './use-place-counts.ts'

/** The county itself stands for everybody: choosing it lets the place go. */
export function PlaceBranches() {
  const { search, change } = useListAddress()
  const countOf = usePlaceCounts()
  return (
    <Branches
      chosen={search.place}
      leaf={(place, isCounty) => {
        const isChosen = isCounty ? !search.place : search.place === place.code
        return (
          <Leaf
            name={place.short}
            title={place.name}
            count={countOf(place)}
            isChosen={isChosen}
            onChoose={() => change({ place: isCounty || isChosen ? undefined : place.code })}
          />
        )
      }}
    />
  )
}
