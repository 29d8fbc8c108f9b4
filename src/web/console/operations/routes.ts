import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell/shell-route.ts'

const backups = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/backups',
  component: lazyRouteComponent(() => import('./backups/backups.page.tsx'), 'BackupsPage'),
})
const keys = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/keys',
  component: lazyRouteComponent(() => import('./keys/keys.page.tsx'), 'KeysPage'),
})
export const operationsRoutes = [backups, keys] as const
