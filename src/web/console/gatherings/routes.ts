import { createRoute } from '@tanstack/react-router'
import { kinds } from '#modules/gatherings/codes/index.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

type Kind = keyof typeof kinds
type Status = 'planned' | 'held' | 'cancelled'
export type View = 'month' | 'week' | 'list'
export type CalendarSearch = {
  view?: View | undefined
  /** Any day of what is looked at; today unless said. */
  day?: string | undefined
  under?: string | undefined
  siteId?: string | undefined
  personId?: string | undefined
  groupId?: string | undefined
  kind?: Kind | undefined
  status?: Status | undefined
  q?: string | undefined
  offset?: number | undefined
}

const kindKeys = Object.keys(kinds) as Kind[] // the keys of a closed record
const DAY = /^\d{4}-\d\d-\d\d$/

const calendar = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calendar',
  validateSearch: (search: Record<string, unknown>): CalendarSearch => {
    const day = param.text(search, 'day')
    return {
      view: param.oneOf(search, 'view', ['month', 'week', 'list'] as const),
      day: day && DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined,
      under: param.text(search, 'under'),
      siteId: param.text(search, 'siteId'),
      personId: param.text(search, 'personId'),
      groupId: param.text(search, 'groupId'),
      kind: param.oneOf(search, 'kind', kindKeys),
      status: param.oneOf(search, 'status', ['planned', 'held', 'cancelled'] as const),
      q: param.text(search, 'q'),
      offset: param.count(search, 'offset'),
    }
  },
  component: lazyPage(() => import('./calendar.page.tsx'), 'CalendarPage'),
})
const gathering = createRoute({
  getParentRoute: () => shellRoute,
  path: '/gatherings/$id',
  component: lazyPage(() => import('./gathering.page.tsx'), 'GatheringPage'),
})
const sheet = createRoute({
  getParentRoute: () => shellRoute,
  path: '/gatherings/$id/sheet',
  component: lazyPage(() => import('./sheet.page.tsx'), 'SheetPage'),
})
const signing = createRoute({
  getParentRoute: () => shellRoute,
  path: '/gatherings/$id/signing',
  component: lazyPage(() => import('./signing/signing.page.tsx'), 'SigningPage'),
})
const cards = createRoute({
  getParentRoute: () => shellRoute,
  path: '/gatherings/$id/cards',
  component: lazyPage(() => import('./cards/gathering-cards.page.tsx'), 'GatheringCardsPage'),
})
const ownCard = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$id/code-card',
  component: lazyPage(() => import('./cards/own-card.page.tsx'), 'OwnCardPage'),
})
const limits = createRoute({
  getParentRoute: () => shellRoute,
  path: '/strength-limits',
  component: lazyPage(() => import('./limits/strength-limits.page.tsx'), 'StrengthLimitsPage'),
})

export const gatheringsRoutes = [calendar, gathering, sheet, signing, cards, ownCard, limits] as const
