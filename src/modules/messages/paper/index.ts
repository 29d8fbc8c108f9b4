export { routes as paperRoutes } from './routes.ts'
