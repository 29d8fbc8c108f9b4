export { routes as settingRoutes } from './routes.ts'
export { quietOf } from './service.ts'
