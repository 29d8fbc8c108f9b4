export { listMerges, mergePeople } from './service.ts'
export { undoMerge } from './undoing/index.ts'
