export { routes as proposalRoutes } from './routes.ts'
