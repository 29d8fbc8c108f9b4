export { offersJob } from './jobs.ts'
export { routes } from './routes.ts'
export { service as signUps } from './service.ts'
