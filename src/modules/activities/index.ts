export { groupTies, jobs, listeners, routes } from './groups/index.ts'
