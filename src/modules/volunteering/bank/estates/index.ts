export { walletsFollowPeople } from './following.ts'
export { askInheritance, inherit } from './inheritance.ts'
export { fundReversal, joinWallets } from './joining.ts'
