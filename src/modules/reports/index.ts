import { ledgersAreMade, makeLedgerJob, routes as personLedgerRoutes } from './person-ledger/index.ts'

/** Every door of the room. */
export const routes = [personLedgerRoutes]
export const listeners = [ledgersAreMade]
export const jobs = [makeLedgerJob]
