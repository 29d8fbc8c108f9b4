import { routes as consentRoutes } from './consents/routes.ts'
import { routes as correctionRoutes } from './corrections/routes.ts'
import { logJob } from './erasure/jobs.ts'
import { routes as erasureRoutes } from './erasure/routes.ts'
import { routes as evidenceRoutes } from './evidence/routes.ts'
import { routes as incidentRoutes } from './incidents/routes.ts'
import { routes as ownFileRoutes } from './own-file/routes.ts'
import { routes as purposeRoutes } from './purposes/routes.ts'
import { routes as waitingRoutes } from './routes.ts'

export { consentCodes } from './consents/integrity/index.ts'
export { inheritErasures } from './erasure/log/index.ts'
export { replayErasures } from './erasure/replay/index.ts'

export const privacyRoutes = [
  purposeRoutes,
  waitingRoutes,
  consentRoutes,
  evidenceRoutes,
  correctionRoutes,
  erasureRoutes,
  ownFileRoutes,
  incidentRoutes,
]
export const privacyJobs = [logJob]
