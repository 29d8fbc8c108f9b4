import { identityRoutesFor } from './routes.ts'

export { identityRoutesFor } from './routes.ts'
export { linkableWith, writeLink } from './service.ts'
export const identityRoutes = identityRoutesFor(false)
