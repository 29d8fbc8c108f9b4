import { createRoute } from '@tanstack/react-router'
import { results } from '#modules/accounts/audit-trail/contract.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'
import type { AuditSearch, IncidentSearch } from './queries.ts'

const events = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    from: param.text(search, 'from'),
    until: param.text(search, 'until'),
    account: param.text(search, 'account'),
    action: param.text(search, 'action'),
    result: param.oneOf(search, 'result', results),
    subject: param.text(search, 'subject'),
    address: param.text(search, 'address'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./audit-list.page.tsx'), 'AuditListPage'),
})
const incident = createRoute({
  getParentRoute: () => shellRoute,
  path: '/incident',
  validateSearch: (search: Record<string, unknown>): IncidentSearch => ({
    account: param.text(search, 'account'),
    session: param.text(search, 'session'),
    address: param.text(search, 'address'),
    from: param.text(search, 'from'),
    until: param.text(search, 'until'),
  }),
  component: lazyPage(() => import('./incident.page.tsx'), 'IncidentPage'),
})

export const auditRoutes = [events, incident] as const
