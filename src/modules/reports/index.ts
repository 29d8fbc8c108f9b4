import { routes as personLedgerRoutes } from './person-ledger/index.ts'

/** Every door of the room. */
export const routes = [personLedgerRoutes]
