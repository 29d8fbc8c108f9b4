export { routes as pictureRoutes } from './routes.ts'
