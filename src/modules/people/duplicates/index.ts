export { routes as duplicatesRoutes } from './routes.ts'
export { duplicatesAreLookedFor, searchJobs } from './searching/index.ts'
