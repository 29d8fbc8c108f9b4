export { askByNumber, wholeNumber } from './asking.ts'
