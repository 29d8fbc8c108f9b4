import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PlaceLine } from '../../places/queries.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { questionOf } from '../people-search.ts'
import { countsQuery } from '../queries.ts'

const STREET_DIGITS = 9
const COMMUNITY_DIGITS = 12

/** How many of those the list asks for live in each place, the place itself left out of the question. */
export function usePlaceCounts(): (place: PlaceLine) => number {
  const { search } = useListAddress()
  const question = questionOf({ ...search, place: undefined })
  const { data } = useQuery({ ...countsQuery('community', question), placeholderData: keepPreviousData })
  return (place) => {
    if (place.level === 'county') return data?.total ?? 0
    const start = place.code.slice(0, place.level === 'street' ? STREET_DIGITS : COMMUNITY_DIGITS)
    return (data?.items ?? []).reduce((sum, { key, count }) => (key?.startsWith(start) ? sum + count : sum), 0)
  }
}
