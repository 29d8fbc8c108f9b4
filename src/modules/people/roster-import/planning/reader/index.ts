export { readInWorker } from './read-in-worker.ts'
export { overridesFrom, type StoredMapping, tablesFrom } from './tables.ts'
