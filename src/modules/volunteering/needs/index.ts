import { routes as matchingRoutes } from './matching/index.ts'
import { routes as needRoutes } from './routes.ts'

export { needsEndWithLife, needsEndWithService, needsForget, volunteeringFollowsPlaces } from './events.ts'
export { listCandidates } from './matching/index.ts'
export { needsOf } from './policy.ts'
export { raiseNeed } from './raising/index.ts'
export { service as needDesk } from './service.ts'
export { needAnswered, needReleased, needsServed, needTaken } from './tasks/index.ts'
export { needsTell } from './telling/index.ts'

export const routes = [needRoutes, matchingRoutes]
