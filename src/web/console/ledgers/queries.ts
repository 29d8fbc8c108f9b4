import { queryOptions } from '@tanstack/react-query'
import type { groupings, kinds } from '#modules/reports/person-ledger/contract.ts'
import { api } from '../../api.ts'

export type LedgerSearch = {
  place?: string | undefined
  unit?: string | undefined
  groupBy?: (typeof groupings)[number] | undefined
  kind?: (typeof kinds)[number] | undefined
  key?: string | undefined
  offset?: number | undefined
}
export type Ledger = Awaited<ReturnType<typeof api.personLedger.readPersonLedger>>
export type Entry = Awaited<ReturnType<typeof api.personLedger.readPersonLedgerGroup>>['items'][number]

export const PAGE = 100

/** The cut of the book, without what is only about the page. */
export const cutOf = ({ place, unit, groupBy, kind }: LedgerSearch) => ({
  place,
  unit,
  groupBy: groupBy ?? ('street' as const),
  kind: kind ?? ('all' as const),
})

export const ledgerQuery = (search: LedgerSearch) =>
  queryOptions({
    queryKey: ['ledgers', 'people', cutOf(search)],
    queryFn: () => api.personLedger.readPersonLedger(cutOf(search)),
  })

export const entriesQuery = (search: LedgerSearch, key: string) =>
  queryOptions({
    queryKey: ['ledgers', 'people', cutOf(search), key, search.offset ?? 0],
    queryFn: () =>
      api.personLedger.readPersonLedgerGroup({ ...cutOf(search), key, offset: search.offset ?? 0, limit: PAGE }),
  })

/** The people list that a number was counted from, as its address. */
export function peopleHref(ledger: Ledger, ...where: Ledger['question']['where'][]): string {
  const { place, unit, status, where: own } = ledger.question
  const all = [...own, ...where.flat()]
  const query = new URLSearchParams({
    ...(place ? { place } : {}),
    ...(unit ? { unit } : {}),
    status,
    ...(all.length ? { where: JSON.stringify(all) } : {}),
  })
  return `/people?${query}`
}
