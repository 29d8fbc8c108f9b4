import { queryOptions } from '@tanstack/react-query'
import type { FigureKey } from '#modules/reports/need-ledger/rules.ts'
import type { needKinds } from '#modules/volunteering/codes/index.ts'
import { api } from '../../../api.ts'
import { NEEDS } from '../queries.ts'

export type NeedLedgerSearch = {
  month?: string | undefined
  place?: string | undefined
  figure?: FigureKey | undefined
  kind?: keyof typeof needKinds | undefined
  offset?: number | undefined
}
export type NeedLedger = Awaited<ReturnType<typeof api.needLedger.readNeedLedger>>
export type LedgerEntry = Awaited<ReturnType<typeof api.needLedger.readNeedLedgerEntries>>['items'][number]
export const PAGE = 100

const cutOf = ({ month, place }: NeedLedgerSearch) => ({ month, place })

export const ledgerQuery = (search: NeedLedgerSearch) =>
  queryOptions({
    queryKey: [...NEEDS, 'ledger', cutOf(search)],
    queryFn: () => api.needLedger.readNeedLedger(cutOf(search)),
  })
export const entriesQuery = (search: NeedLedgerSearch) =>
  queryOptions({
    queryKey: [...NEEDS, 'ledger', 'entries', search],
    queryFn: () => api.needLedger.readNeedLedgerEntries({ ...search, limit: PAGE }),
  })
