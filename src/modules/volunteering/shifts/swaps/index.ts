export { routes } from './routes.ts'
export { endSwap, offerTurn, takeSwap } from './service.ts'
