import { routes as needRoutes } from './needs/index.ts'

/** Every door of the room and of its sub-rooms. */
export const routes = [needRoutes]
