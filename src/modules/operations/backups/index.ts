export { backupJobs } from './jobs.ts'
export { routes as backupRoutes } from './routes.ts'
