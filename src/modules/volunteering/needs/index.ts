export { type Raised, raiseNeed } from './raising/index.ts'
export { routes } from './routes.ts'
export { needReleased, needServed, needTaken } from './tasks/index.ts'
