import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell/shell-route.ts'

const backups = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/backups',
  component: lazyRouteComponent(() => import('./backups/backups.page.tsx'), 'BackupsPage'),
})
export const operationsRoutes = [backups] as const
