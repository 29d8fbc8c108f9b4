export { routes as recordRoutes } from './routes.ts'
export { ageOf } from './rules.ts'
export { addEvent, registerPerson } from './service.ts'
