export { routes as grantRoutes } from './routes.ts'
export { grantRole, grantsOf, writeGrant } from './service.ts'
