import { identityRoutesFor } from './routes.ts'

export { identityRoutesFor } from './routes.ts'
export const identityRoutes = identityRoutesFor(false)
