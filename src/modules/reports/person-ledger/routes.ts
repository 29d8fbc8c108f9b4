import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { printPersonLedger, readPersonLedger, readPersonLedgerGroup } from './service.ts'

export const routes = bind(contract, { readPersonLedger, readPersonLedgerGroup, printPersonLedger })
