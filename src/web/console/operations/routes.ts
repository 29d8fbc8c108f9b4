import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

const backups = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/backups',
  component: lazyPage(() => import('./backups/backups.page.tsx'), 'BackupsPage'),
})
const keys = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations/keys',
  component: lazyPage(() => import('./keys/keys.page.tsx'), 'KeysPage'),
})
export const operationsRoutes = [backups, keys] as const
