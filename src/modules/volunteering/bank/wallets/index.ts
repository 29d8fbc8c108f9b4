export { myAccount, myStatement } from './account.ts'
export { donate, familyOf, give } from './giving.ts'
