import { choiceRoutes } from './choices/index.ts'
import { gatewayRoutesFor } from './gateway/index.ts'
import { jobsFor } from './jobs.ts'
import { ownMessageRoutes } from './own/index.ts'
import { paperRoutes } from './paper/index.ts'
import { routes as messageRoutes } from './routes.ts'
import { settingRoutes } from './settings/index.ts'
import { templateRoutes } from './templates/index.ts'

export { listeners } from './events.ts'
export { setGatewayAside } from './gateway/index.ts'
export { messageTies } from './person-ties/index.ts'
export { dueAt } from './rules.ts'
export { quietOf } from './settings/index.ts'
export { sendCode, tell } from './telling/index.ts'

/** Every door of the room and of its sub-rooms. */
export const routes = [
  messageRoutes,
  templateRoutes,
  choiceRoutes,
  paperRoutes,
  settingRoutes,
  ownMessageRoutes,
  gatewayRoutesFor(false),
]
export const jobs = jobsFor(false)
