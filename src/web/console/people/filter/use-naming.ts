import { useQueries, useQuery } from '@tanstack/react-query'
import type { Condition } from '#modules/people/search/contract.ts'
import { placeQuery, treeQuery } from '../../places/queries.ts'
import { unitQuery } from '../../units/queries.ts'
import type { Naming } from './condition-words.ts'
import { filterFieldOf } from './filter-fields.ts'

/** Looks up the names of the places and units that conditions speak of. */
export function useNaming(conditions: readonly Condition[]): Naming {
  const idsOf = (kind: 'place' | 'unit') => [
    ...new Set(
      conditions
        .filter(({ field, value }) => filterFieldOf(field)?.kind === kind && value !== null)
        .flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : [String(value)])),
    ),
  ]
  const { data: tree } = useQuery({ ...treeQuery, enabled: idsOf('place').length > 0 })
  const known = new Map(tree?.items.map((place) => [place.code, place.name]))
  const unknown = tree ? idsOf('place').filter((code) => !known.has(code)) : []
  const places = useQueries({ queries: unknown.map((code) => placeQuery(code)) })
  const units = useQueries({ queries: idsOf('unit').map((id) => unitQuery(id)) })
  for (const { data } of places) if (data) known.set(data.code, data.name)
  const names = new Map(units.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : [])))
  return (kind, id) => (kind === 'place' ? known : names).get(id) ?? '…'
}
