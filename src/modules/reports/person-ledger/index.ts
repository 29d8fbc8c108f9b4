export { routes } from './routes.ts'
export { ledgersAreMade, makeLedgerJob } from './taking/service.ts'
