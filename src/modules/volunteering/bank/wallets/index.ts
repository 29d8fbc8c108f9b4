export { myAccount, myStatement, type WalletLine, type WalletState } from './account.ts'
export { donate, familyOf, give, type Relative } from './giving.ts'
