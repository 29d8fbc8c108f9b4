import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { RedemptionSearch, WalletSearch } from './routes.ts'

export type Wallet = Awaited<ReturnType<typeof api.bank.readWallet>>
export type Redemption = Awaited<ReturnType<typeof api.redemptions.listRedemptions>>['items'][number]
export type Reserved = Awaited<ReturnType<typeof api.redemptions.reserveRedemption>>
export type Partner = Awaited<ReturnType<typeof api.bankPartners.listPartners>>['items'][number]
export type Item = Awaited<ReturnType<typeof api.bankPartners.listItems>>['items'][number]
export type Settlement = Awaited<ReturnType<typeof api.settlements.readSettlement>>
export type Request = Awaited<ReturnType<typeof api.redemptions.listBankRequests>>['items'][number]
export type Rule = Awaited<ReturnType<typeof api.bankRules.listRules>>['items'][number]

/** Everything of the bank hangs together: an act in one part shows in the others. */
export const BANK = ['bank'] as const
export const PAGE = 50

export const walletsQuery = (search: WalletSearch) =>
  queryOptions({
    queryKey: [...BANK, 'wallets', search],
    queryFn: () => api.bank.listWallets({ ...search, limit: PAGE }),
  })
export const walletQuery = (personId: string) =>
  queryOptions({ queryKey: [...BANK, 'wallet', personId], queryFn: () => api.bank.readWallet({ personId }) })
export const redemptionsQuery = (search: RedemptionSearch) =>
  queryOptions({
    queryKey: [...BANK, 'redemptions', search],
    queryFn: () => api.redemptions.listRedemptions({ ...search, limit: PAGE }),
  })
export const requestsQuery = queryOptions({
  queryKey: [...BANK, 'requests'],
  queryFn: () => api.redemptions.listBankRequests({ status: 'asked' }),
})
export const partnersQuery = queryOptions({
  queryKey: [...BANK, 'partners'],
  queryFn: () => api.bankPartners.listPartners({}),
})
export const itemsQuery = (filters: { partnerId?: string; status?: 'on' }) =>
  queryOptions({ queryKey: [...BANK, 'items', filters], queryFn: () => api.bankPartners.listItems(filters) })
export const countersQuery = (id: string) =>
  queryOptions({ queryKey: [...BANK, 'counters', id], queryFn: () => api.bankPartners.listCounters({ id }) })
export const settlementsQuery = queryOptions({
  queryKey: [...BANK, 'settlements'],
  queryFn: () => api.settlements.listSettlements({}),
})
export const settlementQuery = (id: string) =>
  queryOptions({ queryKey: [...BANK, 'settlement', id], queryFn: () => api.settlements.readSettlement({ id }) })
export const rulesQuery = queryOptions({ queryKey: [...BANK, 'rules'], queryFn: () => api.bankRules.listRules({}) })
export const liabilityQuery = queryOptions({
  queryKey: [...BANK, 'liability'],
  queryFn: () => api.bank.readLiability({}),
})
