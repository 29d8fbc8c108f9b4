export { makeList, peopleOf } from './list.ts'
