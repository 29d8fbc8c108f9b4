import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { PEOPLE } from '../queries.ts'

export type Correction = Awaited<ReturnType<typeof api.corrections.listCorrections>>['items'][number]
export type CorrectionRead = Awaited<ReturnType<typeof api.corrections.readCorrection>>
export type Erasure = Awaited<ReturnType<typeof api.erasures.listErasures>>['items'][number]
export type Consent = Awaited<ReturnType<typeof api.consents.listConsents>>['items'][number]
export type Incident = Awaited<ReturnType<typeof api.incidents.readIncidentPeople>>

export const REQUESTS_PAGE = 50
/** Whatever is decided changes people, and is asked again with them. */
export const PRIVACY = [...PEOPLE, 'privacy'] as const

export const correctionsQuery = (offset: number, personId?: string) =>
  queryOptions({
    queryKey: [...PRIVACY, 'corrections', offset, personId],
    queryFn: () => api.corrections.listCorrections({ offset, limit: REQUESTS_PAGE, ...(personId ? { personId } : {}) }),
  })
export const correctionQuery = (id: string) =>
  queryOptions({ queryKey: [...PRIVACY, 'correction', id], queryFn: () => api.corrections.readCorrection({ id }) })
export const erasuresQuery = (offset: number, personId?: string) =>
  queryOptions({
    queryKey: [...PRIVACY, 'erasures', offset, personId],
    queryFn: () => api.erasures.listErasures({ offset, limit: REQUESTS_PAGE, ...(personId ? { personId } : {}) }),
  })
export const consentsQuery = (id: string) =>
  queryOptions({ queryKey: [...PRIVACY, 'consents', id], queryFn: () => api.consents.listConsents({ id }) })
export const waitingQuery = queryOptions({
  queryKey: [...PRIVACY, 'waiting'],
  queryFn: () => api.privacyWaiting.readPrivacyWaiting(),
})
