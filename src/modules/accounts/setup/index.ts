export { setupRoutes } from './routes.ts'
export { foundCounty } from './service.ts'
