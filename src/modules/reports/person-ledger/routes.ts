import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { readPersonLedger, readPersonLedgerGroup } from './service.ts'
import { printPersonLedger, requestPersonLedger } from './taking/service.ts'

export const routes = bind(contract, {
  readPersonLedger,
  readPersonLedgerGroup,
  printPersonLedger,
  requestPersonLedger,
})
