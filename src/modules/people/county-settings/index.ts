export { recountJob } from './jobs.ts'
export { routes as countySettingsRoutes } from './routes.ts'
