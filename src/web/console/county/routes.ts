import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

const settings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/county',
  component: lazyPage(() => import('./county-settings.page.tsx'), 'CountySettingsPage'),
})
export const countyRoutes = [settings] as const
