import { createRoute } from '@tanstack/react-router'
import { type Task, tasks } from '#modules/volunteering/shifts/tasks/index.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { rootRoute, shellRoute } from '../shell/shell-route.ts'

type Search = Record<string, unknown>
const taskKeys = Object.keys(tasks) as Task[] // the keys of a closed record
const DAY = /^\d{4}-\d\d-\d\d$/

const dayOf = (search: Search, key: string) => {
  const day = param.text(search, key)
  return day && DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined
}

const instantIn = (search: Search, key: string) => {
  const at = param.text(search, key)
  return at && !Number.isNaN(Date.parse(at)) ? new Date(at).toISOString() : undefined
}

export type ShiftSearch = {
  /** Any day of the week that is looked at. */
  day?: string | undefined
  status?: 'planned' | 'held' | 'cancelled' | undefined
  isFree?: true | undefined
  teamId?: string | undefined
  /** The shifts of one need, of any week; publishing takes it along. */
  needId?: string | undefined
  personId?: string | undefined
  q?: string | undefined
}
const shifts = createRoute({
  getParentRoute: () => shellRoute,
  path: '/shifts',
  validateSearch: (search: Search): ShiftSearch => ({
    day: dayOf(search, 'day'),
    status: param.oneOf(search, 'status', ['planned', 'held', 'cancelled'] as const),
    isFree: param.yes(search, 'isFree'),
    teamId: param.text(search, 'teamId'),
    needId: param.text(search, 'needId'),
    personId: param.text(search, 'personId'),
    q: param.text(search, 'q'),
  }),
  component: lazyPage(() => import('./shift-list.page.tsx'), 'ShiftListPage'),
})
const shift = createRoute({
  getParentRoute: () => shellRoute,
  path: '/shifts/$id',
  component: lazyPage(() => import('./shift.page.tsx'), 'ShiftPage'),
})
const waiting = createRoute({
  getParentRoute: () => shellRoute,
  path: '/service/waiting',
  validateSearch: (search: Search): { status?: 'served' | 'late' | undefined; offset?: number | undefined } => ({
    status: param.oneOf(search, 'status', ['served', 'late'] as const),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./waiting.page.tsx'), 'WaitingPage'),
})

export type RecordSearch = {
  personId?: string | undefined
  teamId?: string | undefined
  needId?: string | undefined
  under?: string | undefined
  task?: Task | undefined
  from?: string | undefined
  to?: string | undefined
  standing?: 'valid' | 'reversed' | 'asked' | 'late' | undefined
  stoodAt?: string | undefined
  changedAfter?: string | undefined
  q?: string | undefined
  offset?: number | undefined
}
const records = createRoute({
  getParentRoute: () => shellRoute,
  path: '/service/records',
  validateSearch: (search: Search): RecordSearch => ({
    personId: param.text(search, 'personId'),
    teamId: param.text(search, 'teamId'),
    needId: param.text(search, 'needId'),
    under: param.text(search, 'under'),
    task: param.oneOf(search, 'task', taskKeys),
    from: dayOf(search, 'from'),
    to: dayOf(search, 'to'),
    standing: param.oneOf(search, 'standing', ['valid', 'reversed', 'asked', 'late'] as const),
    stoodAt: instantIn(search, 'stoodAt'),
    changedAfter: instantIn(search, 'changedAfter'),
    q: param.text(search, 'q'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./record-list.page.tsx'), 'RecordListPage'),
})

export type StarSearch = {
  of?: 'team' | undefined
  status?: 'published' | 'awarded' | 'withdrawn' | undefined
  offset?: number | undefined
}
const stars = createRoute({
  getParentRoute: () => shellRoute,
  path: '/service/stars',
  validateSearch: (search: Search): StarSearch => ({
    of: param.oneOf(search, 'of', ['team'] as const),
    status: param.oneOf(search, 'status', ['published', 'awarded', 'withdrawn'] as const),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./star-list.page.tsx'), 'StarListPage'),
})

export type CertificateSearch = {
  personId?: string | undefined
  standing?: 'public' | 'valid' | 'overtaken' | 'revoked' | undefined
  q?: string | undefined
  offset?: number | undefined
}
const certificates = createRoute({
  getParentRoute: () => shellRoute,
  path: '/service/certificates',
  validateSearch: (search: Search): CertificateSearch => ({
    personId: param.text(search, 'personId'),
    standing: param.oneOf(search, 'standing', ['public', 'valid', 'overtaken', 'revoked'] as const),
    q: param.text(search, 'q'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./certificate-list.page.tsx'), 'CertificateListPage'),
})
const certificate = createRoute({
  getParentRoute: () => shellRoute,
  path: '/service/certificates/$id',
  component: lazyPage(() => import('./certificate.page.tsx'), 'CertificatePage'),
})

export type LedgerSearch = { month?: string | undefined; place?: string | undefined }
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const ledger = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ledgers/service',
  validateSearch: (search: Search): LedgerSearch => {
    const month = param.text(search, 'month')
    return { month: month && MONTH.test(month) ? month : undefined, place: param.text(search, 'place') }
  },
  component: lazyPage(() => import('./ledger/service-ledger.page.tsx'), 'ServiceLedgerPage'),
})

/** Outside the shell: whoever holds the paper has no account. */
const verify = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  validateSearch: (search: Search): { number?: string | undefined; code?: string | undefined } => ({
    number: param.text(search, 'number'),
    code: param.text(search, 'code'),
  }),
  component: lazyPage(() => import('./certificates/verify.page.tsx'), 'VerifyPage'),
})

export const serviceRoutes = [shifts, shift, waiting, records, stars, certificates, certificate, ledger] as const
export const verifyRoutes = [verify] as const
