export { routes as grantRoutes } from './routes.ts'
export { grantRows, grantsOf, lineOf, namesOfAreas } from './rows/index.ts'
export { areInOrder, areaOf, fitsRole } from './rules.ts'
export { endGrants, giveRequested, grantRole, writeGrant } from './service.ts'
