import { createRoute } from '@tanstack/react-router'
import { figureKeys } from '#modules/reports/need-ledger/rules.ts'
import { channels, keysOf, needKinds, needStates, urgencies } from '#modules/volunteering/codes/index.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'
import type { NeedLedgerSearch } from './ledger/queries.ts'

export type NeedSearch = {
  view?: 'list' | undefined
  q?: string | undefined
  kind?: keyof typeof needKinds | undefined
  urgency?: keyof typeof urgencies | undefined
  channel?: keyof typeof channels | undefined
  status?: keyof typeof needStates | undefined
  under?: string | undefined
  personId?: string | undefined
  teamId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  overdue?: true | undefined
  offset?: number | undefined
}

const board = createRoute({
  getParentRoute: () => shellRoute,
  path: '/needs',
  validateSearch: (search: Record<string, unknown>): NeedSearch => ({
    view: param.oneOf(search, 'view', ['list'] as const),
    q: param.text(search, 'q'),
    kind: param.oneOf(search, 'kind', keysOf(needKinds)),
    urgency: param.oneOf(search, 'urgency', keysOf(urgencies)),
    channel: param.oneOf(search, 'channel', keysOf(channels)),
    status: param.oneOf(search, 'status', keysOf(needStates)),
    under: param.text(search, 'under'),
    personId: param.text(search, 'personId'),
    teamId: param.text(search, 'teamId'),
    from: param.text(search, 'from'),
    to: param.text(search, 'to'),
    overdue: param.yes(search, 'overdue'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./need-board.page.tsx'), 'NeedBoardPage'),
})
const need = createRoute({
  getParentRoute: () => shellRoute,
  path: '/needs/$id',
  component: lazyPage(() => import('./need.page.tsx'), 'NeedPage'),
})

const ledger = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ledgers/needs',
  validateSearch: (search: Record<string, unknown>): NeedLedgerSearch => ({
    month: param.text(search, 'month'),
    place: param.text(search, 'place'),
    figure: param.oneOf(search, 'figure', figureKeys),
    kind: param.oneOf(search, 'kind', keysOf(needKinds)),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./ledger/need-ledger.page.tsx'), 'NeedLedgerPage'),
})

export const needsRoutes = [board, need, ledger] as const
