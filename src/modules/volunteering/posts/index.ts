export { routes } from './routes.ts'
export { claimPost, openPost } from './service.ts'
