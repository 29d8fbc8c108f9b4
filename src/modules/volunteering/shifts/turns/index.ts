export { routes } from './routes.ts'
export {
  claimTurn,
  ensureNoOther,
  ensureServes,
  enterTurn,
  giveUpTurn,
  setTurn,
  setTurns,
} from './service.ts'
