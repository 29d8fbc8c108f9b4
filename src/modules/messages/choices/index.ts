export { routes as choiceRoutes } from './routes.ts'
