import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { instantOf, shiftDays } from '../gatherings/calendar/days.ts'
import type { CertificateSearch, RecordSearch, ShiftSearch, StarSearch } from './routes.ts'

export type ShiftLine = Awaited<ReturnType<typeof api.shifts.listShifts>>['items'][number]
export type ShiftRecord = Awaited<ReturnType<typeof api.shifts.readShift>>
export type Turn = ShiftRecord['turns'][number]
export type WaitingLine = Awaited<ReturnType<typeof api.checking.listWaiting>>['items'][number]
export type ServiceRecord = Awaited<ReturnType<typeof api.serviceRecords.listServiceRecords>>['items'][number]
export type Candidate = Awaited<ReturnType<typeof api.stars.listStarCandidates>>['items'][number]
export type Star = Awaited<ReturnType<typeof api.stars.listStars>>['items'][number]
export type Scheme = Awaited<ReturnType<typeof api.stars.readStarScheme>>
export type CertificateLine = Awaited<ReturnType<typeof api.certificates.listCertificates>>['items'][number]
export type CertificateRecord = Awaited<ReturnType<typeof api.certificates.readCertificate>>
export type ServiceLedger = Awaited<ReturnType<typeof api.serviceLedger.readServiceLedger>>
export type LedgerGroup = ServiceLedger['groups'][number]

/** Everything about service is asked again after any change to it: a confirmation moves shifts, records and stars. */
export const SERVICE = ['service'] as const
export const PAGE = 50
const MOST = 200

/** Monday of the week a day is in. */
export function mondayOf(day: string): string {
  return shiftDays(day, -((new Date(day).getUTCDay() + 6) % 7))
}

/** A week of shifts; those of a need or a person in whichever week. */
export const shiftsQuery = (search: ShiftSearch, today: string) => {
  const { day, isFree, ...question } = search
  const monday = mondayOf(day ?? today)
  const week = { from: instantOf(monday, '00:00'), to: instantOf(shiftDays(monday, 7), '00:00') }
  const free = isFree ? { isFree: 'true' } : {}
  const asked = { ...question, ...free, ...(question.needId || question.personId ? {} : week), limit: MOST }
  return queryOptions({ queryKey: [...SERVICE, 'shifts', asked], queryFn: () => api.shifts.listShifts(asked) })
}
export const shiftQuery = (id: string) =>
  queryOptions({ queryKey: [...SERVICE, 'shift', id], queryFn: () => api.shifts.readShift({ id }) })
export const waitingQuery = (search: { status?: 'served' | 'late' | undefined; offset?: number | undefined }) =>
  queryOptions({
    queryKey: [...SERVICE, 'waiting', search],
    queryFn: () => api.checking.listWaiting({ ...search, limit: PAGE }),
  })
export const recordsQuery = (search: RecordSearch) =>
  queryOptions({
    queryKey: [...SERVICE, 'records', search],
    queryFn: () => api.serviceRecords.listServiceRecords({ ...search, limit: PAGE }),
  })
export const candidatesQuery = (of: 'person' | 'team') =>
  queryOptions({
    queryKey: [...SERVICE, 'candidates', of],
    queryFn: () => api.stars.listStarCandidates({ of, limit: MOST }),
  })
export const starsQuery = ({ of, ...search }: StarSearch) =>
  queryOptions({
    queryKey: [...SERVICE, 'stars', of, search],
    queryFn: () => api.stars.listStars({ ...search, of: of ?? 'person', limit: PAGE }),
  })
export const schemeQuery = queryOptions({
  queryKey: [...SERVICE, 'scheme'],
  queryFn: () => api.stars.readStarScheme(),
})
export const certificatesQuery = (search: CertificateSearch) =>
  queryOptions({
    queryKey: [...SERVICE, 'certificates', search],
    queryFn: () => api.certificates.listCertificates({ ...search, limit: PAGE }),
  })
export const certificateQuery = (id: string) =>
  queryOptions({ queryKey: [...SERVICE, 'certificate', id], queryFn: () => api.certificates.readCertificate({ id }) })
export const ledgerQuery = ({ month, place }: { month: string; place: string | undefined }) => {
  const asked = { month, ...(place ? { place } : {}) }
  return queryOptions({
    queryKey: [...SERVICE, 'ledger', asked],
    queryFn: () => api.serviceLedger.readServiceLedger(asked),
  })
}
