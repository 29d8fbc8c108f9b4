export { keyJobs, openRotation } from './jobs.ts'
export { routes as keyRoutes } from './routes.ts'
