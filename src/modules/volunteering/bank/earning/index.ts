export { earn, type Served, unearn } from './posting.ts'
export { USUAL } from './rules.ts'
export { programmesOf, ruleOn } from './terms.ts'
