import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { BANK, PAGE } from '../queries.ts'
import type { PoolSearch } from './search.ts'

export type Pool = Awaited<ReturnType<typeof api.pool.readPool>>
export type Grant = Awaited<ReturnType<typeof api.pool.listPoolGrants>>['items'][number]
export type Movement = Awaited<ReturnType<typeof api.pool.listPoolMovements>>['items'][number]

export const poolQuery = queryOptions({ queryKey: [...BANK, 'pool'], queryFn: () => api.pool.readPool({}) })
export const grantsQuery = ({ status, personId, offset }: PoolSearch) =>
  queryOptions({
    queryKey: [...BANK, 'grants', { status, personId, offset }],
    queryFn: () => api.pool.listPoolGrants({ status, personId, offset, limit: PAGE }),
    placeholderData: keepPreviousData,
  })
export const movementsQuery = ({ month, offset }: PoolSearch) =>
  queryOptions({
    queryKey: [...BANK, 'pool-movements', { month, offset }],
    queryFn: () => api.pool.listPoolMovements({ month, offset, limit: PAGE }),
    placeholderData: keepPreviousData,
  })
