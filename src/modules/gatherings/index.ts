import { routes as attendanceRoutes } from './attendance/index.ts'
import { routes as addressRoutes } from './calendar-addresses/index.ts'
import { routes as feedRoutes } from './calendar-feed/index.ts'
import { companionsAreForgotten, placesGivenUpAreOffered, placesOfTheDeadAreFree } from './events.ts'
import { routes as feedbackRoutes } from './feedback/index.ts'
import { routes as ownFeedbackRoutes } from './feedback/own/index.ts'
import { routes as ofPersonRoutes } from './of-person/index.ts'
import { routes as ownRoutes } from './own/index.ts'
import { routes as codeRoutes } from './person-codes/index.ts'
import { routes as photoRoutes } from './photos/index.ts'
import { routes as gatheringRoutes } from './routes.ts'
import { offersJob, routes as signUpRoutes } from './sign-up/index.ts'
import { routes as takingRoutes } from './sign-up/printing/index.ts'
import { routes as limitRoutes } from './strength-limits/index.ts'

export { enterPresence } from './attendance/presence/index.ts'
export { service as attendance } from './attendance/service.ts'
export type { GatheringKind } from './codes/index.ts'
export { service as feedback } from './feedback/service.ts'
export { maskedNames } from './guest-list/index.ts'
export { holderOfCode } from './person-codes/index.ts'
export { gatheringTies, placeIn, signUpGivesWay } from './person-ties/index.ts'
export { calendar, calendarAmong } from './service.ts'
export { signUps } from './sign-up/index.ts'
export { freePlaces, passPlace } from './sign-up/passing/index.ts'
export { limitsOn } from './strength/limits/index.ts'
export { notYet } from './words.ts'

export const routes = [
  gatheringRoutes,
  signUpRoutes,
  takingRoutes,
  attendanceRoutes,
  feedbackRoutes,
  ownFeedbackRoutes,
  photoRoutes,
  codeRoutes,
  feedRoutes,
  ...addressRoutes,
  ofPersonRoutes,
  limitRoutes,
  ownRoutes,
]
export const listeners = [placesOfTheDeadAreFree, companionsAreForgotten, placesGivenUpAreOffered]
export const jobs = [offersJob]
