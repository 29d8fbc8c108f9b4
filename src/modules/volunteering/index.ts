import { bankJobs, bankListeners, bankRoutes } from './bank/index.ts'
import { routes as certificateRoutes } from './certificates/index.ts'
import {
  routes as needRoutes,
  needsEndWithLife,
  needsEndWithService,
  needsForget,
  needsTell,
  volunteeringFollowsPlaces,
} from './needs/index.ts'
import { routes as ownRoutes } from './own/index.ts'
import { routes as postRoutes } from './posts/index.ts'
import { routes as recordRoutes } from './service-record/index.ts'
import { listeners as shiftListeners, routes as shiftRoutes } from './shifts/index.ts'
import { routes as starRoutes } from './stars/index.ts'
import { routes as teamRoutes } from './teams/index.ts'
import { routes as trainingRoutes } from './training/index.ts'
import { routes as volunteerRoutes, volunteersComeBack, volunteersPassAway } from './volunteers/index.ts'

export { bankDesk } from './bank/index.ts'
export { BANK_INVARIANTS } from './bank/invariants/index.ts'
export { service as certificateDesk } from './certificates/service.ts'
export { listCandidates, needDesk, needsOf, raiseNeed } from './needs/index.ts'
export { volunteeringTies } from './person-ties/index.ts'
export { holdsPlace } from './policy.ts'
export { claimPost, openPost } from './posts/index.ts'
export { serviceInvariants } from './service-record/index.ts'
export { checkIn, checkOut, claimTurn, confirmDesk, publishShift, tasks } from './shifts/index.ts'
export { service as starDesk } from './stars/service.ts'
export { foundTeam, joinTeam } from './teams/index.ts'
export { recordTraining } from './training/index.ts'
export { registerVolunteer } from './volunteers/index.ts'

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
  ...ownRoutes,
]
export const listeners = [
  volunteersPassAway,
  volunteersComeBack,
  needsEndWithLife,
  needsEndWithService,
  needsForget,
  volunteeringFollowsPlaces,
  ...needsTell,
  ...shiftListeners,
  ...bankListeners,
]
export const jobs = [...bankJobs]
