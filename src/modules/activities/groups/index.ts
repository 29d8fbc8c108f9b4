import { calendarRoutes } from './calendar/index.ts'
import { memberRoutes } from './members/index.ts'
import { officerRoutes } from './officers/index.ts'
import { proposalRoutes } from './proposals/index.ts'
import { reportRoutes } from './report/index.ts'
import { routes as groupRoutes } from './routes.ts'

export { listeners } from './events.ts'
export { jobs } from './jobs.ts'
export { joinGroup } from './members/index.ts'
export { holdElection } from './officers/index.ts'
export { groupTies } from './person-ties/index.ts'
export { linkGathering } from './report/index.ts'
export type { Filing, GroupKind, GroupPost } from './rules.ts'
export { foundGroup } from './service.ts'

export const routes = [groupRoutes, memberRoutes, officerRoutes, reportRoutes, proposalRoutes, calendarRoutes]
