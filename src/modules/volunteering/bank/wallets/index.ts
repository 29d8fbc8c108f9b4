export { myAccount, myStatement } from './account.ts'
export { donate, familyOf, give } from './giving.ts'
export { givenLately, takeBack } from './taking-back.ts'
