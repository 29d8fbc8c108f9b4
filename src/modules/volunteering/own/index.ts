import { routes as doors } from './routes.ts'
import { routes as turnDoors } from './turns/index.ts'

export const routes = [doors, turnDoors]
