import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell/shell-route.ts'

const frame = createRoute({
  getParentRoute: () => shellRoute,
  path: '/places',
  component: lazyRouteComponent(() => import('./places-frame.tsx'), 'PlacesFrame'),
})
const overview = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./place-overview.page.tsx'), 'PlaceOverviewPage'),
})
const sheet = createRoute({
  getParentRoute: () => frame,
  path: 'sheet',
  component: lazyRouteComponent(() => import('./sheet/place-sheet.page.tsx'), 'PlaceSheetPage'),
})
const place = createRoute({
  getParentRoute: () => frame,
  path: '$code',
  component: lazyRouteComponent(() => import('./place.page.tsx'), 'PlacePage'),
})

export const placesRoutes = [frame.addChildren([overview, sheet, place])] as const
