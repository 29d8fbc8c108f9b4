export { routes } from './routes.ts'
export { holderOfCode } from './service.ts'
