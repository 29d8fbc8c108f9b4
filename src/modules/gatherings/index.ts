import { routes as attendanceRoutes } from './attendance/index.ts'
import { routes as gatheringRoutes } from './routes.ts'
import { routes as signUpRoutes } from './sign-up/index.ts'

export const routes = [gatheringRoutes, signUpRoutes, attendanceRoutes]
