export { routes as counterRoutes } from './routes.ts'
export { statementRoutes } from './statements/index.ts'
