export { changesBeyondFields, type Known, knownOf, newPhones } from './beyond.ts'
export { type Finder, plannedFrom } from './from-record.ts'
export { matchRows } from './match.ts'
export { actionOf, changesTo, type Decision, type Plan, planOf, rejudged } from './rules.ts'
