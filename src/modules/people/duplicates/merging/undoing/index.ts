export { undoMerge } from './service.ts'
