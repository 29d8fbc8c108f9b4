import { routes as changingRoutes } from './changing/index.ts'
import { routes as checkingRoutes } from './checking/index.ts'
import { routes as confirmingRoutes } from './confirming/index.ts'
import { shiftsFollowGatherings } from './events.ts'
import { routes as shiftRoutes } from './routes.ts'
import { routes as swapRoutes } from './swaps/index.ts'
import { routes as turnRoutes } from './turns/index.ts'

export { checkIn, checkOut } from './checking/index.ts'
export { wrongCode } from './checking/words.ts'
export { confirmAsServed, confirmDesk } from './confirming/index.ts'
export { lockVolunteer } from './policy.ts'
export { mayCheckIn, mayCheckOut } from './rules.ts'
export { publishShift } from './service.ts'
export { agree, endSwap, offerTurn, refuse, takeSwap } from './swaps/index.ts'
export { tasks } from './tasks/index.ts'
export { claimTurn, giveUpTurn } from './turns/index.ts'

/** Fixed paths stand before those with an id. */
export const routes = [changingRoutes, checkingRoutes, confirmingRoutes, shiftRoutes, turnRoutes, swapRoutes]
export const listeners = shiftsFollowGatherings
