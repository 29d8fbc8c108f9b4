export { routes } from './routes.ts'
export { listCandidates } from './service.ts'
