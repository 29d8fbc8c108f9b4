export { jobs, listeners, routes } from './groups/index.ts'
