import { routes as needLedgerRoutes } from './need-ledger/index.ts'
import { ledgersAreMade, makeLedgerJob, routes as personLedgerRoutes } from './person-ledger/index.ts'
import { routes as serviceLedgerRoutes } from './service-ledger/index.ts'

export const routes = [personLedgerRoutes, serviceLedgerRoutes, needLedgerRoutes]
export const listeners = [ledgersAreMade]
export const jobs = [makeLedgerJob]
