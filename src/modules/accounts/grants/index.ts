export { routes as grantRoutes } from './routes.ts'
export { type Grant, grantRole, grantsOf, keepingAnAdministrator, writeGrant } from './service.ts'
