import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

const home = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyPage(() => import('./home.page.tsx'), 'HomePage'),
})

export const homeRoutes = [home] as const
