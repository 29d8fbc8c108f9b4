import { backupRoutes } from './backups/index.ts'
import { keyRoutes } from './keys/index.ts'

export { backupJobs } from './backups/index.ts'
export { keyJobs, openRotation } from './keys/index.ts'

export const operationRoutes = [keyRoutes, backupRoutes]
