import { createRoute } from '@tanstack/react-router'
import { type RedemptionState, redemptionStates } from '#modules/volunteering/bank/codes/index.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { rootRoute, shellRoute } from '../shell/shell-route.ts'
import { findingSearch } from './findings/search.ts'
import { draftSearch, noticeSearch } from './notices/search.ts'
import { poolSearch } from './pool/search.ts'

export type WalletSearch = { q?: string | undefined; offset?: number | undefined }
export type RedemptionSearch = {
  status?: RedemptionState | undefined
  personId?: string | undefined
  offset?: number | undefined
}
const states = Object.keys(redemptionStates) as RedemptionState[] // the keys of a closed record

const wallets = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank',
  validateSearch: (search: Record<string, unknown>): WalletSearch => ({
    q: param.text(search, 'q'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./wallet-list.page.tsx'), 'WalletListPage'),
})
const wallet = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/accounts/$personId',
  component: lazyPage(() => import('./wallet.page.tsx'), 'WalletPage'),
})
const redemptions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/redemptions',
  validateSearch: (search: Record<string, unknown>): RedemptionSearch => ({
    status: param.oneOf(search, 'status', states),
    personId: param.text(search, 'personId'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./redemption-list.page.tsx'), 'RedemptionListPage'),
})
const partners = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/partners',
  component: lazyPage(() => import('./partner-list.page.tsx'), 'PartnerListPage'),
})
const settlements = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/settlements',
  component: lazyPage(() => import('./settlement-list.page.tsx'), 'SettlementListPage'),
})
const settlement = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/settlements/$id',
  component: lazyPage(() => import('./settlement.page.tsx'), 'SettlementPage'),
})
const rules = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/rules',
  component: lazyPage(() => import('./rules.page.tsx'), 'RulesPage'),
})
const findings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/findings',
  validateSearch: findingSearch,
  component: lazyPage(() => import('./findings/finding-list.page.tsx'), 'FindingListPage'),
})
const finding = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/findings/$id',
  component: lazyPage(() => import('./findings/finding.page.tsx'), 'FindingPage'),
})
const notices = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/notices',
  validateSearch: noticeSearch,
  component: lazyPage(() => import('./notices/notice-list.page.tsx'), 'NoticeListPage'),
})
const noticeDraft = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/notices/draft',
  validateSearch: draftSearch,
  component: lazyPage(() => import('./notices/draft.page.tsx'), 'NoticeDraftPage'),
})
const notice = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/notices/$id',
  component: lazyPage(() => import('./notices/notice.page.tsx'), 'NoticePage'),
})
const budget = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/budget',
  validateSearch: (search: Record<string, unknown>): { keptBack?: number | undefined } => ({
    keptBack: param.count(search, 'keptBack'),
  }),
  component: lazyPage(() => import('./budget/budget.page.tsx'), 'BudgetPage'),
})

const pool = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bank/pool',
  validateSearch: poolSearch,
  component: lazyPage(() => import('./pool/pool.page.tsx'), 'PoolPage'),
})

/** Outside the shell: whoever reads the notice on the wall has no account. */
const publicNotice = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notice/$id',
  component: lazyPage(() => import('./notices/public-notice.page.tsx'), 'PublicNoticePage'),
})

export const publicNoticeRoutes = [publicNotice] as const
export const bankRoutes = [
  wallets,
  wallet,
  redemptions,
  partners,
  settlements,
  settlement,
  rules,
  findings,
  finding,
  notices,
  noticeDraft,
  notice,
  budget,
  pool,
] as const
