import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell/shell-route.ts'
import { readPeopleSearch } from './people-search.ts'

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('./people-list.page.tsx'), 'PeopleListPage'),
})
const person = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./person.page.tsx'), 'PersonPage'),
})

export const peopleRoutes = [list, person] as const
