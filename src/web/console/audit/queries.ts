import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

type Filter = {
  from?: string | undefined
  until?: string | undefined
  account?: string | undefined
  action?: string | undefined
  result?: 'done' | 'refused' | 'failed' | undefined
  subject?: string | undefined
  address?: string | undefined
}
export type AuditSearch = Filter & { offset?: number | undefined }
export type IncidentSearch = {
  account?: string | undefined
  session?: string | undefined
  address?: string | undefined
  from?: string | undefined
  until?: string | undefined
}
export type AuditLine = Awaited<ReturnType<typeof api.audit.listAuditEvents>>['items'][number]

export const AUDIT = ['audit'] as const
export const PAGE = 50

export const eventsQuery = (search: AuditSearch) =>
  queryOptions({
    queryKey: [...AUDIT, 'events', search],
    queryFn: () => api.audit.listAuditEvents({ ...search, limit: PAGE }),
  })

/** What there is to choose from within the chosen time. */
export const countsQuery = (by: 'action' | 'account', { from, until }: Pick<Filter, 'from' | 'until'>) =>
  queryOptions({
    queryKey: [...AUDIT, 'counts', by, from, until],
    queryFn: () => api.audit.countAuditEvents({ by, from, until }),
  })

export const stateQuery = queryOptions({
  queryKey: [...AUDIT, 'state'],
  queryFn: () => api.audit.readAuditState({}),
})

type Trace = { account?: string; session?: string; address?: string; from: string; until: string }

/** The trace of an address, if enough of it is said. */
export function traceOf({ account, session, address, from, until }: IncidentSearch): Trace | undefined {
  if (!from || !until || !(account || session || address)) return undefined
  return {
    ...(account ? { account } : {}),
    ...(session ? { session } : {}),
    ...(address ? { address } : {}),
    from,
    until,
  }
}

export const incidentQuery = (trace: Trace) =>
  queryOptions({ queryKey: [...AUDIT, 'incident', trace], queryFn: () => api.audit.readIncident(trace) })
