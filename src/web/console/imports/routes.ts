import { createRoute } from '@tanstack/react-router'
import { plans } from '#modules/people/roster-import/contract.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

export type BatchSearch = {
  plan?: (typeof plans)[number] | undefined
  reason?: string | undefined
  q?: string | undefined
  offset?: number | undefined
}

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports',
  validateSearch: (search: Record<string, unknown>): { offset?: number | undefined } => ({
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./import-list.page.tsx'), 'ImportListPage'),
})
const batch = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/$id',
  validateSearch: (search: Record<string, unknown>): BatchSearch => ({
    plan: param.oneOf(search, 'plan', plans),
    reason: param.text(search, 'reason'),
    q: param.text(search, 'q'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./import.page.tsx'), 'ImportPage'),
})
const mapping = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/$id/columns',
  component: lazyPage(() => import('./import-columns.page.tsx'), 'ImportColumnsPage'),
})

export const importsRoutes = [list, batch, mapping] as const
