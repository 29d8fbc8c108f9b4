import { createRoute } from '@tanstack/react-router'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'
import { readDuplicatesSearch } from './duplicates/duplicates-search.ts'
import { readPeopleSearch } from './people-search.ts'
import { type PersonTab, personTabs } from './person/tabs.ts'
import { readPrivacySearch } from './privacy/privacy-search.ts'

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyPage(() => import('./people-list.page.tsx'), 'PeopleListPage'),
})
const person = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$id',
  validateSearch: (search: Record<string, unknown>): { tab?: PersonTab | undefined } => ({
    tab: param.oneOf(search, 'tab', personTabs),
  }),
  component: lazyPage(() => import('./person.page.tsx'), 'PersonPage'),
})
const card = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$id/card',
  component: lazyPage(() => import('./card.page.tsx'), 'CardPage'),
})

const duplicates = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duplicates',
  validateSearch: readDuplicatesSearch,
  component: lazyPage(() => import('./duplicates/duplicates.page.tsx'), 'DuplicatesPage'),
})
const compare = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duplicates/$first/$second',
  component: lazyPage(() => import('./duplicates/compare/compare.page.tsx'), 'ComparePage'),
})

const exports = createRoute({
  getParentRoute: () => shellRoute,
  path: '/exports',
  validateSearch: (search: Record<string, unknown>): { offset?: number | undefined } => ({
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./exports/exports.page.tsx'), 'ExportsPage'),
})

const privacy = createRoute({
  getParentRoute: () => shellRoute,
  path: '/privacy',
  validateSearch: readPrivacySearch,
  component: lazyPage(() => import('./privacy/privacy.page.tsx'), 'PrivacyPage'),
})
const correction = createRoute({
  getParentRoute: () => shellRoute,
  path: '/privacy/corrections/$id',
  component: lazyPage(() => import('./privacy/correction.page.tsx'), 'CorrectionPage'),
})

export const peopleRoutes = [list, person, card, duplicates, compare, exports, privacy, correction] as const
