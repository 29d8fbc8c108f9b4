export { routes as ownMessageRoutes } from './routes.ts'
