import { routes as aliasRoutes } from './aliases/index.ts'
import { routes as changeRoutes } from './changes/index.ts'
import { routes as contactRoutes } from './contacts/index.ts'
import { unitsFollowPlaces } from './events.ts'
import { routes as factRoutes } from './facts/index.ts'
import { routes as unitRoutes } from './routes.ts'
import { routes as sheetRoutes } from './sheet/index.ts'

export { closeUnit, mergeUnits, renameUnit } from './changes/service.ts'
export { foundUnit } from './founding/index.ts'
export { findUnitByName, matchKey, unitDirectory } from './names/index.ts'

export const routes = [unitRoutes, factRoutes, changeRoutes, aliasRoutes, contactRoutes, sheetRoutes]
export const listeners = [unitsFollowPlaces]
