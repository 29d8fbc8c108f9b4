export { routes } from './routes.ts'
export { confirmAsServed } from './service.ts'
