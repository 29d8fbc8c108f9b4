import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { param } from '../../search-params.ts'
import { rootRoute, shellRoute } from '../shell/shell-route.ts'

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  // Only a path of this house: a link that leads elsewhere after the sign-in is not followed.
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = param.text(search, 'to')
    return to && /^\/(?!\/)/.test(to) ? { to } : {}
  },
  // A house without a county has nobody to sign in.
  beforeLoad: async () => {
    const state = await api.setup.setupState().catch(() => null)
    if (state?.needed) redirect({ to: '/set-up', throw: true })
  },
  component: lazyRouteComponent(() => import('./door/sign-in.page.tsx'), 'SignInPage'),
})
const firstPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-password',
  component: lazyRouteComponent(() => import('./door/first-password.page.tsx'), 'FirstPasswordPage'),
})
const setUp = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./door/set-up.page.tsx'), 'SetUpPage'),
})
export const doorRoutes = [signIn, firstPassword, setUp] as const

const settings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings.page.tsx'), 'SettingsPage'),
})
export type AccountSearch = {
  q?: string | undefined
  status?: 'open' | 'closed' | undefined
  offset?: number | undefined
  account?: string | undefined
}
const accounts = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  validateSearch: (search: Record<string, unknown>): AccountSearch => ({
    q: param.text(search, 'q'),
    status: param.oneOf(search, 'status', ['open', 'closed'] as const),
    offset: param.count(search, 'offset'),
    account: param.text(search, 'account'),
  }),
  component: lazyRouteComponent(() => import('./account-list.page.tsx'), 'AccountListPage'),
})
const roles = createRoute({
  getParentRoute: () => shellRoute,
  path: '/roles',
  component: lazyRouteComponent(() => import('./roles/role-matrix.page.tsx'), 'RoleMatrixPage'),
})
export const accountsRoutes = [settings, accounts, roles] as const
