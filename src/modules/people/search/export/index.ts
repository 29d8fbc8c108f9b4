export { contract as exportContract } from './contract.ts'
export { exportJobs, fillExport } from './jobs.ts'
export { ensureAtOnce, leave, noteTaken, requestPaper } from './leaving/index.ts'
export { routes as exportRoutes } from './routes.ts'
