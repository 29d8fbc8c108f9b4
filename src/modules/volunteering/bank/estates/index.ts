export { askInheritance, inherit } from './inheritance.ts'
export { walletsFollowPeople } from './following.ts'
