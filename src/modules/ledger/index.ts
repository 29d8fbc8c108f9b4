export { type Breach, breachesAmong, breachesOf, INVARIANTS, type Invariant } from './invariants/index.ts'
export type { LedgerUnit, StatementLine, Transfer } from './rules.ts'
export {
  balanceOf,
  freezeWallets,
  hold,
  post,
  release,
  releaseWallets,
  reverse,
  settle,
  statementOf,
} from './service.ts'
export { frozen } from './words.ts'
