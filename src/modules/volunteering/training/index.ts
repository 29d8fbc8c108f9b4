export { routes } from './routes.ts'
export { recordTraining } from './service.ts'
