import { ledgersAreMade, makeLedgerJob, routes as personLedgerRoutes } from './person-ledger/index.ts'

export const routes = [personLedgerRoutes]
export const listeners = [ledgersAreMade]
export const jobs = [makeLedgerJob]
