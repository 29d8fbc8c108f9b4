import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import {
  bringPaper,
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
  bringPaper,
  listCorrections,
  readCorrection,
  decideCorrection,
  withdrawCorrection,
})
