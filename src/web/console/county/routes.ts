import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell/shell-route.ts'

const settings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/county',
  component: lazyRouteComponent(() => import('./county-settings.page.tsx'), 'CountySettingsPage'),
})
export const countyRoutes = [settings] as const
