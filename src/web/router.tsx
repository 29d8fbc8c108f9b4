import { createRouter } from '@tanstack/react-router'
import { accountsRoutes, doorRoutes } from './console/accounts/routes.ts'
import { auditRoutes } from './console/audit/routes.ts'
import { bankRoutes, publicNoticeRoutes } from './console/bank/routes.ts'
import { countyRoutes } from './console/county/routes.ts'
import { gatheringsRoutes } from './console/gatherings/routes.ts'
import { groupsRoutes } from './console/groups/routes.ts'
import { homeRoutes } from './console/home/routes.ts'
import { importsRoutes } from './console/imports/routes.ts'
import { ledgersRoutes } from './console/ledgers/routes.ts'
import { messagesRoutes } from './console/messages/routes.ts'
import { needsRoutes } from './console/needs/routes.ts'
import { operationsRoutes } from './console/operations/routes.ts'
import { peopleRoutes } from './console/people/routes.ts'
import { placesRoutes } from './console/places/routes.ts'
import { serviceRoutes, verifyRoutes } from './console/service/routes.ts'
import { rootRoute, shellRoute } from './console/shell/shell-route.ts'
import { teamsRoutes } from './console/teams/routes.ts'
import { unitsRoutes } from './console/units/routes.ts'
import { parseSearch, stringifySearch } from './search-params.ts'

const shell = shellRoute.addChildren([
  ...homeRoutes,
  ...peopleRoutes,
  ...importsRoutes,
  ...ledgersRoutes,
  ...gatheringsRoutes,
  ...serviceRoutes,
  ...needsRoutes,
  ...bankRoutes,
  ...teamsRoutes,
  ...placesRoutes,
  ...unitsRoutes,
  ...groupsRoutes,
  ...messagesRoutes,
  ...countyRoutes,
  ...accountsRoutes,
  ...auditRoutes,
  ...operationsRoutes,
])

/** Every room's pages under one shell. A room brings its own list of routes and is loaded when first entered. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([...doorRoutes, ...verifyRoutes, ...publicNoticeRoutes, shell]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
