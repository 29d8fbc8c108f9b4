import { applyJob } from './applying/jobs.ts'
import { readJob } from './planning/jobs.ts'
import { undoJob } from './undoing/jobs.ts'

export { routes as importRoutes } from './routes.ts'
export const importJobs = [readJob, applyJob, undoJob]
