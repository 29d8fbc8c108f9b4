export { routes as ownRoutes } from './routes.ts'
