import { bind } from '#platform/http/bind.ts'
import { applyImport } from './applying/service.ts'
import { downloadBadRows } from './bad-rows/service.ts'
import { discardImport, listImports, readImport, remapImport, uploadRoster } from './batches/service.ts'
import { contract } from './contract.ts'
import { decideImportRows, editImportRow, listImportRows } from './rows/service.ts'
import { undoImport } from './undoing/service.ts'

export const routes = bind(contract, {
  uploadRoster,
  listImports,
  readImport,
  remapImport,
  listImportRows,
  editImportRow,
  decideImportRows,
  applyImport,
  undoImport,
  discardImport,
  downloadBadRows,
})
