import { bind } from '#platform/http/bind.ts'
import { comparePair, judgeDifferent } from './comparing/index.ts'
import { contract } from './contract.ts'
import { listMerges, mergePeople, undoMerge } from './merging/index.ts'
import { searchDuplicates } from './searching/index.ts'
import { listDuplicates, warnDuplicates } from './service.ts'

export const routes = bind(contract, {
  warnDuplicates,
  listDuplicates,
  comparePair,
  judgeDifferent,
  searchDuplicates,
  mergePeople,
  listMerges,
  undoMerge,
})
