export { routes as statementRoutes } from './routes.ts'
