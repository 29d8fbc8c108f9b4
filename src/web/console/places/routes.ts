import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

const frame = createRoute({
  getParentRoute: () => shellRoute,
  path: '/places',
  component: lazyPage(() => import('./places-frame.tsx'), 'PlacesFrame'),
})
const overview = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyPage(() => import('./place-overview.page.tsx'), 'PlaceOverviewPage'),
})
const sheet = createRoute({
  getParentRoute: () => frame,
  path: 'sheet',
  component: lazyPage(() => import('./sheet/place-sheet.page.tsx'), 'PlaceSheetPage'),
})
const place = createRoute({
  getParentRoute: () => frame,
  path: '$code',
  component: lazyPage(() => import('./place.page.tsx'), 'PlacePage'),
})

export const placesRoutes = [frame.addChildren([overview, sheet, place])] as const
