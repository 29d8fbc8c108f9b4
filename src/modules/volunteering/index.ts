import { bankJobs, bankListeners, bankRoutes } from './bank/index.ts'
import { needsForget, routes as needRoutes, volunteeringFollowsPlaces } from './needs/index.ts'
import { routes as postRoutes } from './posts/index.ts'
import { routes as recordRoutes } from './service-record/index.ts'
import { listeners as shiftListeners, routes as shiftRoutes } from './shifts/index.ts'
import { routes as starRoutes } from './stars/index.ts'
import { routes as teamRoutes } from './teams/index.ts'
import { routes as trainingRoutes } from './training/index.ts'
import { volunteersPassAway, routes as volunteerRoutes } from './volunteers/index.ts'

/** Every door of the room and of its sub-rooms. */
export const routes = [
  volunteerRoutes,
  teamRoutes,
  trainingRoutes,
  postRoutes,
  ...needRoutes,
  ...shiftRoutes,
  recordRoutes,
  starRoutes,
  ...bankRoutes,
]
export const listeners = [
  volunteersPassAway,
  needsForget,
  volunteeringFollowsPlaces,
  ...shiftListeners,
  ...bankListeners,
]
export const jobs = [...bankJobs]
