export { routes as recordRoutes } from './routes.ts'
export { ageOf } from './rules.ts'
export { addEvent, recordDeath, registerPeople, registerPerson, verifySection } from './service.ts'
