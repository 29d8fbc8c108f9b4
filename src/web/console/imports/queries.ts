import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export type Batch = Awaited<ReturnType<typeof api.rosterImport.readImport>>
export type BatchLine = Awaited<ReturnType<typeof api.rosterImport.listImports>>['items'][number]
export type RowLine = Awaited<ReturnType<typeof api.rosterImport.listImportRows>>['items'][number]
export type Plan = RowLine['plan']
export type Decision = RowLine['decision']
export type RowQuestion = {
  plan?: Plan | undefined
  reason?: string | undefined
  q?: string | undefined
  offset?: number | undefined
}

export const PAGE = 50
const SOON = 700

const isBusy = (status: string) => status === 'reading' || status === 'applying' || status === 'undoing'

export const batchesQuery = (offset: number) =>
  queryOptions({
    queryKey: ['imports', 'list', offset],
    queryFn: () => api.rosterImport.listImports({ offset, limit: PAGE }),
    refetchInterval: (query) => (query.state.data?.items.some((batch) => isBusy(batch.status)) ? SOON : false),
  })

/** One batch; asked again every moment while a job works on it. */
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => api.rosterImport.readImport({ id }),
    refetchInterval: (query) => (query.state.data && isBusy(query.state.data.status) ? SOON : false),
  })

export const rowsQuery = (id: string, { plan, reason, q, offset }: RowQuestion) =>
  queryOptions({
    queryKey: ['imports', id, 'rows', { plan, reason, q, offset }],
    // A file that was read again has other rows under the same address.
    refetchOnMount: 'always',
    queryFn: () => api.rosterImport.listImportRows({ id, plan, reason, q, offset: offset ?? 0, limit: PAGE }),
  })
