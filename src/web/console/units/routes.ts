import { createRoute } from '@tanstack/react-router'
import { kindWords, natureWords } from '#modules/units/words.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

type Kind = keyof typeof kindWords
type Nature = keyof typeof natureWords
export type UnitSearch = {
  q?: string | undefined
  kind?: Kind | undefined
  nature?: Nature | undefined
  status?: 'closed' | 'all' | undefined
  offset?: number | undefined
}

const kinds = Object.keys(kindWords) as Kind[] // the keys of a closed record
const natures = Object.keys(natureWords) as Nature[] // the keys of a closed record

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units',
  validateSearch: (search: Record<string, unknown>): UnitSearch => ({
    q: param.text(search, 'q'),
    kind: param.oneOf(search, 'kind', kinds),
    nature: param.oneOf(search, 'nature', natures),
    status: param.oneOf(search, 'status', ['closed', 'all'] as const),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('./unit-list.page.tsx'), 'UnitListPage'),
})
const sheet = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/sheet',
  component: lazyPage(() => import('./sheet/unit-sheet.page.tsx'), 'UnitSheetPage'),
})
const unit = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/$id',
  component: lazyPage(() => import('./unit.page.tsx'), 'UnitPage'),
})
const split = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/$id/split',
  component: lazyPage(() => import('./split/split-unit.page.tsx'), 'SplitUnitPage'),
})

export const unitsRoutes = [list, sheet, unit, split] as const
