import { routes as affairRoutes } from './affairs/routes.ts'
import { enteringRoutes } from './entering/routes.ts'
import { routes as deskRoutes } from './routes.ts'

export { codeJob } from './entering/asking/index.ts'
export { accessEndsWithErasure } from './events.ts'
export { familyAccounts } from './family/index.ts'
export { relativesJob } from './jobs.ts'
export { authorityTies } from './person-ties/index.ts'
export { actingFor } from './policy.ts'
export { service as elderDesk } from './service.ts'
export const elderAccessRoutes = [deskRoutes, enteringRoutes, affairRoutes]
