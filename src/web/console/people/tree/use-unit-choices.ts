import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useListAddress } from '../list/use-list-address.ts'
import { questionOf } from '../people-search.ts'
import { countsQuery, unitChoicesQuery } from '../queries.ts'

export type UnitChoice = { id: string; name: string; title: string; count: number }
const SHOWN = 100

/** Units with how many of those the list asks for are theirs, the unit itself left out of the question: the largest, or those a name finds. */
export function useUnitChoices(q: string): { query: UseQueryResult; choices: UnitChoice[]; more: number } {
  const { search } = useListAddress()
  const question = questionOf({ ...search, unit: undefined })
  const counts = useQuery({ ...countsQuery('unit', question), placeholderData: keepPreviousData })
  const found = useQuery({ ...unitChoicesQuery(q), placeholderData: keepPreviousData })
  const counted = (counts.data?.items ?? []).filter(({ key }) => key !== null)
  if (q === '') {
    const largest = counted.toSorted((a, b) => b.count - a.count)
    const choices = largest.slice(0, SHOWN).map(({ key, name, count }) => ({ id: key ?? '', name, title: name, count }))
    return { query: counts, choices, more: counted.length - choices.length }
  }
  const countOf = new Map(counted.map(({ key, count }) => [key, count]))
  const choices = (found.data?.items ?? [])
    .map(({ id, name, short }) => ({ id, name: short ?? name, title: name, count: countOf.get(id) ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
  return { query: found, choices, more: (found.data?.total ?? 0) - choices.length }
}
