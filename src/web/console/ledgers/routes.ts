import { createRoute } from '@tanstack/react-router'
import { groupings, kinds } from '#modules/reports/person-ledger/contract.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'
import type { LedgerSearch } from './queries.ts'

const people = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ledgers/people',
  validateSearch: (search: Record<string, unknown>): LedgerSearch => ({
    place: param.text(search, 'place'),
    unit: param.text(search, 'unit'),
    groupBy: param.oneOf(search, 'groupBy', groupings),
    kind: param.oneOf(search, 'kind', kinds),
    // An empty key is the group of those whose street or unit nobody knows.
    key: typeof search.key === 'string' ? search.key : undefined,
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./person-ledger.page.tsx'), 'PersonLedgerPage'),
})

export const ledgersRoutes = [people] as const
