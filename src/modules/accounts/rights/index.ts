export { routes as rightRoutes } from './routes.ts'
