export { routes } from './routes.ts'
export { confirmAsServed, service as confirmDesk } from './service.ts'
