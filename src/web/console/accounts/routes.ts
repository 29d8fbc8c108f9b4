import { createRoute, redirect } from '@tanstack/react-router'
import { ACCOUNT_STATES, type AccountState, ROLES, type Role } from '#modules/accounts/rules.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { type Me, meQuery } from '../shell/session/me.ts'
import { rootRoute, shellRoute } from '../shell/shell-route.ts'
import { pageOfStage } from './second-factor/stage-page.ts'

/** Only a path of this house: a link that leads elsewhere after the sign-in is not followed. */
function wayBack(search: Record<string, unknown>): { to?: string } {
  const to = param.text(search, 'to')
  return to && /^\/(?!\/)/.test(to) ? { to } : {}
}

/** A step of signing in is only for whoever has come to it. */
async function atStage(stage: Me['stage'], to: string | undefined): Promise<void> {
  const me = await queries.query({ ...meQuery, staleTime: 'static' }).catch(() => null)
  if (me?.stage !== stage) redirect({ href: me ? pageOfStage(me.stage, to) : '/sign-in', throw: true })
}

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: wayBack,
  // A house without a county has nobody to sign in.
  beforeLoad: async () => {
    const state = await api.setup.setupState().catch(() => null)
    if (state?.needed) redirect({ to: '/set-up', throw: true })
  },
  component: lazyPage(() => import('./door/sign-in.page.tsx'), 'SignInPage'),
})
const firstPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-password',
  validateSearch: wayBack,
  beforeLoad: ({ search }) => atStage('password_expired', search.to),
  component: lazyPage(() => import('./second-factor/first-password.page.tsx'), 'FirstPasswordPage'),
})
const secondFactor = createRoute({
  getParentRoute: () => rootRoute,
  path: '/second-factor',
  validateSearch: wayBack,
  beforeLoad: ({ search }) => atStage('second_factor', search.to),
  component: lazyPage(() => import('./second-factor/second-factor.page.tsx'), 'SecondFactorPage'),
})
const enrolment = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enrolment',
  validateSearch: wayBack,
  beforeLoad: ({ search }) => atStage('enrolment', search.to),
  component: lazyPage(() => import('./second-factor/enrolment.page.tsx'), 'EnrolmentPage'),
})
const identityReturn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/identity-return',
  component: lazyPage(() => import('./identity/identity-return.page.tsx'), 'IdentityReturnPage'),
})
const setUp = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: lazyPage(() => import('./door/set-up.page.tsx'), 'SetUpPage'),
})
const activate = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activate',
  component: lazyPage(() => import('./door/activate.page.tsx'), 'ActivatePage'),
})
export const doorRoutes = [activate, signIn, firstPassword, secondFactor, enrolment, identityReturn, setUp] as const

const settings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyPage(() => import('./settings/settings.page.tsx'), 'SettingsPage'),
})
export type AccountSearch = {
  q?: string | undefined
  status?: AccountState | undefined
  offset?: number | undefined
  account?: string | undefined
}
const policy = createRoute({
  getParentRoute: () => shellRoute,
  path: '/security-policy',
  component: lazyPage(() => import('./policy/policy.page.tsx'), 'PolicyPage'),
})
const provider = createRoute({
  getParentRoute: () => shellRoute,
  path: '/identity-provider',
  component: lazyPage(() => import('./identity/provider.page.tsx'), 'ProviderPage'),
})
const accounts = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  validateSearch: (search: Record<string, unknown>): AccountSearch => ({
    q: param.text(search, 'q'),
    status: param.oneOf(search, 'status', ACCOUNT_STATES),
    offset: param.count(search, 'offset'),
    account: param.text(search, 'account'),
  }),
  component: lazyPage(() => import('./account-list.page.tsx'), 'AccountListPage'),
})
const requests = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account-requests',
  validateSearch: (
    search: Record<string, unknown>,
  ): { state?: 'decided' | undefined; offset?: number | undefined } => ({
    state: param.oneOf(search, 'state', ['decided'] as const),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./requests/request-list.page.tsx'), 'RequestListPage'),
})
export type GrantSearch = {
  q?: string | undefined
  role?: Role | undefined
  /** Only those that end within thirty days. */
  soon?: 'yes' | undefined
  offset?: number | undefined
}
const allGrants = createRoute({
  getParentRoute: () => shellRoute,
  path: '/grants',
  validateSearch: (search: Record<string, unknown>): GrantSearch => ({
    q: param.text(search, 'q'),
    role: param.oneOf(search, 'role', ROLES),
    soon: param.oneOf(search, 'soon', ['yes'] as const),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./grants/all-grants.page.tsx'), 'AllGrantsPage'),
})
const preview = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/$id/preview',
  component: lazyPage(() => import('./preview/preview.page.tsx'), 'PreviewPage'),
})
const roles = createRoute({
  getParentRoute: () => shellRoute,
  path: '/roles',
  component: lazyPage(() => import('./roles/role-matrix.page.tsx'), 'RoleMatrixPage'),
})
export const accountsRoutes = [settings, policy, provider, accounts, requests, allGrants, preview, roles] as const
