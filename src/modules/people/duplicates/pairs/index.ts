export { dropStale, type Found, inOrder, keepPairs, worthShowing } from './found.ts'
export { judge, judgementOf, weightOf } from './judged.ts'
