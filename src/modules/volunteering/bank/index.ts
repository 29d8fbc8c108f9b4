import { counterRoutes } from './counter/index.ts'
import { ruleRoutes } from './county-rules/index.ts'
import { walletsFollowPeople } from './estates/index.ts'
import { partnerRoutes } from './partners/index.ts'
import { expireJob, redemptionRoutes } from './redemptions/index.ts'
import { routes as walletRoutes } from './routes.ts'

export { earn, type Served, unearn } from './earning/index.ts'
export { listItems } from './partners/index.ts'
export { renewCode, reserve as redeem, undo as undoRedemption } from './redeeming/index.ts'
export { donate, familyOf, give, myAccount, myStatement } from './wallets/index.ts'

export const bankRoutes = [walletRoutes, ruleRoutes, partnerRoutes, redemptionRoutes, counterRoutes]
export const bankListeners = [...walletsFollowPeople]
export const bankJobs = [expireJob]
