export { routes } from './routes.ts'
export { levelOf, minutesToNext } from './rules.ts'
export { hoursOn } from './scheme/index.ts'
