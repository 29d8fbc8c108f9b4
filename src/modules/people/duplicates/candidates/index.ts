export { candidatesAmongAll } from './among-all.ts'
export { candidatesFor } from './for-one.ts'
