export { routes } from './routes.ts'
export { agreeToSwap, endSwap, offerTurn, takeSwap } from './service.ts'
