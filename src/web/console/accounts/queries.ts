import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { AccountSearch } from './routes.ts'

export type AccountLine = Awaited<ReturnType<typeof api.accounts.listAccounts>>['items'][number]
export type GrantLine = Awaited<ReturnType<typeof api.grants.listGrants>>['items'][number]

export const ACCOUNTS = ['accounts'] as const
export const PAGE = 50

export const accountsQuery = ({ q, status, offset }: AccountSearch) =>
  queryOptions({
    queryKey: [...ACCOUNTS, 'list', q, status, offset],
    queryFn: () => api.accounts.listAccounts({ q, status, offset, limit: PAGE }),
  })
export const grantsQuery = (id: string) =>
  queryOptions({ queryKey: [...ACCOUNTS, id, 'grants'], queryFn: () => api.grants.listGrants({ id }) })
