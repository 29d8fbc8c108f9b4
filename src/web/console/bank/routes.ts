import { createRoute } from '@tanstack/react-router'
import { type RedemptionState, redemptionStates } from '#modules/volunteering/bank/codes/index.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

export type WalletSearch = { q?: string | undefined; offset?: number | undefined }
export type RedemptionSearch = { status?: RedemptionState | undefined; offset?: number | undefined }
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
export const bankRoutes = [wallets, wallet, redemptions, partners, settlements, settlement, rules] as const
