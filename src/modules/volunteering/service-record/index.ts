export { serviceInvariants } from './invariants/index.ts'
export { routes } from './routes.ts'
