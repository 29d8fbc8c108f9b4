export { mergesAreFollowed, type PersonTie } from './following/index.ts'
export { routes as duplicatesRoutes } from './routes.ts'
export { duplicatesAreLookedFor, searchJobs } from './searching/index.ts'
