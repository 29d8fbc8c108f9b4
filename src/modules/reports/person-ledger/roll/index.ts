export { coverOf } from './cover.ts'
export { linesOf } from './entries.ts'
export { groupsOf } from './groups.ts'
