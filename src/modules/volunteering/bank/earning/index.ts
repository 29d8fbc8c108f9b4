export { earn, type Served, unearn } from './posting.ts'
export { USUAL } from './rules.ts'
export { programmeOf, ruleOn } from './terms.ts'
