export { askByNumber, wholeNumber } from './asking.ts'
export { tooManyNumbers } from './words.ts'
