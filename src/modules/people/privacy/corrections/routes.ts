import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import {
  decideCorrection,
  listCorrections,
  proposeByPaper,
  proposeCorrection,
  readCorrection,
  withdrawCorrection,
} from './service.ts'

export const routes = bind(contract, {
  proposeCorrection,
  proposeByPaper,
  listCorrections,
  readCorrection,
  decideCorrection,
  withdrawCorrection,
})
