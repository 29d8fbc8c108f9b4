import { activationRoutes } from './activation/index.ts'
import { auditRoutes } from './audit-trail/index.ts'
import { accessEndsWithErasure, elderAccessRoutes } from './elder-access/index.ts'
import { grantRoutes } from './grants/index.ts'
import { identityRoutes } from './identity/index.ts'
import { proofRoutes } from './proof/routes.ts'
import { requestRoutes } from './requests/index.ts'
import { rightRoutes } from './rights/index.ts'
import { routes as accountRoutes } from './routes.ts'
import { secondFactorRoutes } from './second-factor/index.ts'
import { policyRoutes } from './security-policy/index.ts'
import { sessionRoutes } from './sessions/index.ts'

export { renewAdministratorCode } from './activation/index.ts'
export { auditJobs } from './audit-trail/index.ts'
export { doorkeeper, hashOfToken } from './door/index.ts'
export { actingFor, authorityTies, codeJob, elderDesk, familyAccounts } from './elder-access/index.ts'
export { grantCodes, grantRole } from './grants/index.ts'
export { jobs } from './jobs.ts'
export { oneTimePassword } from './passwords/index.ts'
export { ensureProven } from './proof/index.ts'
export { hasArea, ROLES, type Role } from './rules.ts'
export { leaveSecondFactorOptional, policyOf, type SecurityPolicy, writePolicy } from './security-policy/index.ts'
export { registerAccount, renewPassword } from './service.ts'
export { foundCounty } from './setup/index.ts'
export { newSetupCode } from './setup-code/index.ts'
export { watermarkOf } from './watermark/index.ts'
export { roleWords } from './words.ts'

/** Every door of the room but those of the first-run page (setup/index.ts), which need the code of the terminal. */
export const routes = [
  sessionRoutes,
  accountRoutes,
  requestRoutes,
  activationRoutes,
  grantRoutes,
  rightRoutes,
  proofRoutes,
  secondFactorRoutes,
  policyRoutes,
  identityRoutes,
  auditRoutes,
  ...elderAccessRoutes,
]
export const listeners = [accessEndsWithErasure]
