export { deliverJobFor } from './jobs.ts'
