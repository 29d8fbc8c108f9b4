export { routes } from './routes.ts'
export { offerPlaces } from './service.ts'
