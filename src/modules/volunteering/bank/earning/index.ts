export { type BankRule, type Cap, type Cut, USUAL } from './rules.ts'
export { type Earned, earn, type Served, type Unearning, unearn } from './posting.ts'
export { programmeOf, ruleOn } from './terms.ts'
