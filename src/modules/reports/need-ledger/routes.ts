import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { printNeedLedger } from './printing/index.ts'
import { closeNeedMonth, readNeedLedger, readNeedLedgerEntries } from './service.ts'

export const routes = bind(contract, { readNeedLedger, readNeedLedgerEntries, closeNeedMonth, printNeedLedger })
