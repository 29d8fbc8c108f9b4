export { routes as activationRoutes } from './routes.ts'
export { giveCode } from './service.ts'
