export { nameInNotices, namingOf, withdrawNames } from './naming/index.ts'
export { routes as noticeRoutes } from './routes.ts'
export { service as notices } from './service.ts'
