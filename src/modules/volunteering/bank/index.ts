import { counterRoutes, statementRoutes } from './counter/index.ts'
import { ruleRoutes } from './county-rules/index.ts'
import { walletsFollowPeople } from './estates/index.ts'
import { ownRoutes } from './own/index.ts'
import { partnerRoutes } from './partners/index.ts'
import { expireJob, redemptionRoutes } from './redemptions/index.ts'
import { settleJob, settlementRoutes } from './settlement/index.ts'
import { routes as walletRoutes } from './routes.ts'

export { earn, type Served, unearn } from './earning/index.ts'

export const bankRoutes = [
  walletRoutes,
  ruleRoutes,
  partnerRoutes,
  redemptionRoutes,
  counterRoutes,
  statementRoutes,
  settlementRoutes,
  ownRoutes,
]
export const bankListeners = [...walletsFollowPeople]
export const bankJobs = [expireJob, settleJob]
