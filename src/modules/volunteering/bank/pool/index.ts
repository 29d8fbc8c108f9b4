export { grantsForget } from './events.ts'
export { routes as poolRoutes } from './routes.ts'
export { askGrant } from './service.ts'
