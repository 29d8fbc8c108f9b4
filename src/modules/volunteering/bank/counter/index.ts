export { counterOf } from './policy.ts'
export { routes as counterRoutes } from './routes.ts'
