import { routes as changeRoutes } from './changes/index.ts'
import { routes as placeRoutes } from './routes.ts'
import { routes as schematicRoutes } from './schematic/index.ts'
import { routes as sheetRoutes } from './sheet/index.ts'
import { routes as siteRoutes, sitesFollowUnits } from './sites/index.ts'

export { addPlace, locatePlace } from './changes/service.ts'
export { ancestorsOf, isPlaceCode, placeCode, placeRange } from './codes.ts'
export { loadCounty, type PlaceDirectory, placeDirectory } from './county/index.ts'
export { searchCounties } from './regions/index.ts'
export { addSite } from './sites/service.ts'

export const routes = [placeRoutes, changeRoutes, siteRoutes, sheetRoutes, schematicRoutes]
export const listeners = [sitesFollowUnits]
