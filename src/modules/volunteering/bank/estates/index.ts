export { walletsFollowPeople } from './following.ts'
export { askInheritance, inherit } from './inheritance.ts'
export { giveBack, inheritedFrom } from './returning.ts'
