import { getRouteApi } from '@tanstack/react-router'
import type { Condition } from '#modules/people/search/contract.ts'
import { conditionsOf, type PeopleSearch, whereText } from '../people-search.ts'

const route = getRouteApi('/shell/people')

export type ListAddress = {
  search: PeopleSearch
  conditions: Condition[]
  /** Changes part of the address; a change of the question goes back to the first page. */
  change: (part: PeopleSearch) => void
  setConditions: (conditions: readonly Condition[]) => void
  /** Goes to quite another list, leaving a step to come back to. */
  open: (search: PeopleSearch) => void
}

export function useListAddress(): ListAddress {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: PeopleSearch) => {
    navigate({ search: (old) => ({ ...old, offset: undefined, ...part }), replace: true }).catch(() => undefined)
  }
  return {
    search,
    conditions: conditionsOf(search.where),
    change,
    setConditions: (conditions) => change({ where: whereText(conditions) }),
    open: (next) => {
      navigate({ search: next }).catch(() => undefined)
    },
  }
}
