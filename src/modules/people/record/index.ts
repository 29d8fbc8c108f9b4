export { routes as recordRoutes } from './routes.ts'
export { ageOf } from './rules.ts'
export { addEvent, registerPeople, registerPerson } from './service.ts'
