export { routes as officerRoutes } from './routes.ts'
export { holdElection } from './service.ts'
