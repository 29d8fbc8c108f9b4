export { routes } from './routes.ts'
export {
  claimTurn,
  endTurn,
  ensureNoOther,
  ensureServes,
  enterTurn,
  giveUpTurn,
  setTurn,
  takePlace,
} from './service.ts'
