export { expireJob } from './jobs.ts'
export { ensureSeen } from './policy.ts'
export { routes as redemptionRoutes } from './routes.ts'
export { decideBankRequest } from './service.ts'
