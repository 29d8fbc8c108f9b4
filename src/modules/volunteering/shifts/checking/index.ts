export { routes } from './routes.ts'
export { checkIn, checkOut } from './service.ts'
