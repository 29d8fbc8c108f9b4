export { comparePair, judgeDifferent } from './service.ts'
