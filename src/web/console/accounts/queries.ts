import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { AccountSearch, GrantSearch } from './routes.ts'

export type AccountLine = Awaited<ReturnType<typeof api.accounts.listAccounts>>['items'][number]
export type GrantLine = Awaited<ReturnType<typeof api.grants.listGrants>>['items'][number]
export type RequestLine = Awaited<ReturnType<typeof api.requests.listRequests>>['items'][number]
export type HeldGrant = Awaited<ReturnType<typeof api.rights.listAllGrants>>['items'][number]
export type Waiting = Awaited<ReturnType<typeof api.accounts.waiting>>

export const ACCOUNTS = ['accounts'] as const
export const PAGE = 50
export const SOON_DAYS = 30

export const accountsQuery = ({ q, status, offset }: AccountSearch) =>
  queryOptions({
    queryKey: [...ACCOUNTS, 'list', q, status, offset],
    queryFn: () => api.accounts.listAccounts({ q, status, offset, limit: PAGE }),
  })
export const grantsQuery = (id: string) =>
  queryOptions({ queryKey: [...ACCOUNTS, id, 'grants'], queryFn: () => api.grants.listGrants({ id }) })
export const requestsQuery = ({ state, offset }: { state: 'waiting' | 'decided'; offset?: number | undefined }) =>
  queryOptions({
    queryKey: [...ACCOUNTS, 'requests', state, offset],
    queryFn: () => api.requests.listRequests({ state, offset, limit: PAGE }),
  })
export const waitingQuery = queryOptions({
  queryKey: [...ACCOUNTS, 'waiting'],
  queryFn: () => api.accounts.waiting(),
})

/** What a search means for the server: the same for the list and for what is exported of it. */
export const askedOf = ({ q, role, soon }: GrantSearch) => ({ q, role, endsWithin: soon ? SOON_DAYS : undefined })
export const allGrantsQuery = (search: GrantSearch) =>
  queryOptions({
    queryKey: [...ACCOUNTS, 'grants', search],
    queryFn: () => api.rights.listAllGrants({ ...askedOf(search), offset: search.offset, limit: PAGE }),
  })
