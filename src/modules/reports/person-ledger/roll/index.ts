export { type Cover, coverOf } from './cover.ts'
export { type Line, linesOf } from './entries.ts'
export { type Group, groupsOf } from './groups.ts'
