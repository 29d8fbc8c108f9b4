import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { PEOPLE } from '../queries.ts'

export type Pair = Awaited<ReturnType<typeof api.duplicates.listDuplicates>>['items'][number]
export type Comparison = Awaited<ReturnType<typeof api.duplicates.comparePair>>
export type Side = Comparison['first']
export type Merge = Awaited<ReturnType<typeof api.duplicates.listMerges>>['items'][number]
export type Brief = Pair['first']

export const PAIRS_PAGE = 50
/** Anything about people may make or end a pair. */
export const DUPLICATES = [...PEOPLE, 'duplicates'] as const

export const pairsQuery = (status: 'open' | 'different', minScore: number, offset: number) =>
  queryOptions({
    queryKey: [...DUPLICATES, 'pairs', status, minScore, offset],
    queryFn: () => api.duplicates.listDuplicates({ status, minScore, offset, limit: PAIRS_PAGE }),
  })
export const mergesQuery = (offset: number) =>
  queryOptions({
    queryKey: [...DUPLICATES, 'merges', offset],
    queryFn: () => api.duplicates.listMerges({ offset, limit: PAIRS_PAGE }),
  })
export const comparisonQuery = (first: string, second: string) =>
  queryOptions({
    queryKey: [...DUPLICATES, first, second],
    queryFn: () => api.duplicates.comparePair({ first, second }),
  })
