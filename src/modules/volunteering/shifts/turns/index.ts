export { routes } from './routes.ts'
export {
  claimTurn,
  ensureNoOther,
  ensureServes,
  enterTurn,
  giveUpTurn,
  setTurn,
} from './service.ts'
