export { routes as requestRoutes } from './routes.ts'
