import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { BANK, PAGE } from '../queries.ts'
import type { FindingSearch } from './search.ts'

export type FindingLine = Awaited<ReturnType<typeof api.findings.listFindings>>['items'][number]
export type Finding = Awaited<ReturnType<typeof api.findings.readFinding>>
export type FindingRecord = Finding['list'][number]
export type LimitSet = Awaited<ReturnType<typeof api.findings.listLimits>>['items'][number]

export const findingsQuery = (search: FindingSearch) =>
  queryOptions({
    queryKey: [...BANK, 'findings', search],
    queryFn: () => api.findings.listFindings({ ...search, limit: PAGE }),
  })
export const findingQuery = (id: string) =>
  queryOptions({ queryKey: [...BANK, 'finding', id], queryFn: () => api.findings.readFinding({ id }) })
export const limitsQuery = queryOptions({
  queryKey: [...BANK, 'limits'],
  queryFn: () => api.findings.listLimits({}),
})
/** How many wait to be judged; the home page asks. */
export const findingsWaitingQuery = queryOptions({
  queryKey: [...BANK, 'findings', 'waiting'],
  queryFn: async () => (await api.findings.listFindings({ status: 'waiting', limit: 1 })).waiting,
})
