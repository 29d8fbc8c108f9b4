export { routes as activationRoutes } from './routes.ts'
export { giveCode, renewAdministratorCode } from './service.ts'
