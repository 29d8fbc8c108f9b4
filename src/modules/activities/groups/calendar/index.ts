export { routes as calendarRoutes } from './routes.ts'
