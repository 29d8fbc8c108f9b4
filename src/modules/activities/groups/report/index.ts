export { routes as reportRoutes } from './routes.ts'
export { linkGathering } from './service.ts'
