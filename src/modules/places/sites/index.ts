export { sitesFollowUnits } from './events.ts'
export { routes } from './routes.ts'
