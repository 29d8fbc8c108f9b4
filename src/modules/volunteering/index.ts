import { bankJobs, bankListeners, bankRoutes } from './bank/index.ts'
import { needsForget, routes as needRoutes, volunteeringFollowsPlaces } from './needs/index.ts'
import { routes as postRoutes } from './posts/index.ts'
import { routes as certificateRoutes } from './certificates/index.ts'
import { routes as recordRoutes } from './service-record/index.ts'
import { listeners as shiftListeners, routes as shiftRoutes } from './shifts/index.ts'
import { routes as starRoutes } from './stars/index.ts'
import { routes as teamRoutes } from './teams/index.ts'
import { routes as trainingRoutes } from './training/index.ts'
import { volunteersPassAway, routes as volunteerRoutes } from './volunteers/index.ts'

export { listCandidates, needDesk, raiseNeed } from './needs/index.ts'
export { claimPost, openPost } from './posts/index.ts'
export { foundTeam, joinTeam } from './teams/index.ts'
export { recordTraining } from './training/index.ts'
export { registerVolunteer } from './volunteers/index.ts'

export { BANK_INVARIANTS } from './bank/invariants/index.ts'
export { serviceInvariants } from './service-record/index.ts'

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
  certificateRoutes,
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
