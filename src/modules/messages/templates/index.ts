export { routes as templateRoutes } from './routes.ts'
export { filled } from './rules.ts'
export { currentText } from './service.ts'
