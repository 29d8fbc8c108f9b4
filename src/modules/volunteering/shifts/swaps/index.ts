export { routes } from './routes.ts'
export { agree, endSwap, offerTurn, refuse, takeSwap } from './service.ts'
