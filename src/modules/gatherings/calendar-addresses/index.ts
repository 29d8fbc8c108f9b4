import { routes as ownRoutes } from './own/index.ts'
import { routes as doors } from './routes.ts'

export const routes = [doors, ownRoutes]
