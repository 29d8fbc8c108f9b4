export { routes as memberRoutes } from './routes.ts'
export { joinGroup } from './service.ts'
