import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { listExports } from './listing/service.ts'
import { approveExport, exportPeople, fetchExport, refuseExport, requestExport, withdrawExport } from './service.ts'

export const routes = bind(contract, {
  exportPeople,
  requestExport,
  listExports,
  approveExport,
  refuseExport,
  withdrawExport,
  fetchExport,
})
