export { duplicatesAreLookedFor } from './events.ts'
export { searchJobs } from './jobs.ts'
export { searchDuplicates } from './service.ts'
