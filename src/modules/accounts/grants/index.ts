export { routes as grantRoutes } from './routes.ts'
export { grantRole, grantsOf, keepingAnAdministrator, writeGrant } from './service.ts'
