import { createRoute } from '@tanstack/react-router'
import { type GroupKind, kindWords } from '#modules/activities/groups/rules.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

export type GroupSearch = {
  q?: string | undefined
  under?: string | undefined
  kind?: GroupKind | undefined
  interest?: string | undefined
  term?: 'ends_soon' | 'overdue' | undefined
  status?: 'closed' | 'all' | undefined
  offset?: number | undefined
}
export type ProposalSearch = { under?: string | undefined; least?: number | undefined }
export type ReportSearch = { year?: number | undefined }

const kinds = Object.keys(kindWords) as GroupKind[] // the keys of a closed record

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/groups',
  validateSearch: (search: Record<string, unknown>): GroupSearch => ({
    q: param.text(search, 'q'),
    under: param.text(search, 'under'),
    kind: param.oneOf(search, 'kind', kinds),
    interest: param.text(search, 'interest'),
    term: param.oneOf(search, 'term', ['ends_soon', 'overdue'] as const),
    status: param.oneOf(search, 'status', ['closed', 'all'] as const),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./group-list.page.tsx'), 'GroupListPage'),
})
const proposals = createRoute({
  getParentRoute: () => shellRoute,
  path: '/group-proposals',
  validateSearch: (search: Record<string, unknown>): ProposalSearch => ({
    under: param.text(search, 'under'),
    least: param.count(search, 'least'),
  }),
  component: lazyPage(() => import('./proposals.page.tsx'), 'ProposalsPage'),
})
const group = createRoute({
  getParentRoute: () => shellRoute,
  path: '/groups/$id',
  component: lazyPage(() => import('./group.page.tsx'), 'GroupPage'),
})
const report = createRoute({
  getParentRoute: () => shellRoute,
  path: '/groups/$id/report',
  validateSearch: (search: Record<string, unknown>): ReportSearch => ({ year: param.count(search, 'year') }),
  component: lazyPage(() => import('./report.page.tsx'), 'ReportPage'),
})
export const groupsRoutes = [list, proposals, group, report] as const
