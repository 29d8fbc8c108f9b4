export { walletsFollowPeople } from './following.ts'
export { askInheritance, inherit } from './inheritance.ts'
