import { bankJobs, bankListeners, bankRoutes } from './bank/index.ts'
import { routes as needRoutes } from './needs/index.ts'
import { routes as postRoutes } from './posts/index.ts'
import { routes as teamRoutes } from './teams/index.ts'
import { routes as trainingRoutes } from './training/index.ts'
import { volunteersPassAway, routes as volunteerRoutes } from './volunteers/index.ts'

/** Every door of the room and of its sub-rooms. */
export const routes = [volunteerRoutes, teamRoutes, trainingRoutes, postRoutes, needRoutes, ...bankRoutes]
export const listeners = [volunteersPassAway, ...bankListeners]
export const jobs = [...bankJobs]
