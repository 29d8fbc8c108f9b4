export { secondFactorRoutes } from './routes.ts'
export { ensureFactor, takeFactorOff } from './service.ts'
