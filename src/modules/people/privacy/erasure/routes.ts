import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import {
  decideErasure,
  finishErasure,
  liftRestriction,
  listErasures,
  requestErasure,
  withdrawErasure,
} from './service.ts'

export const routes = bind(contract, {
  requestErasure,
  listErasures,
  decideErasure,
  finishErasure,
  liftRestriction,
  withdrawErasure,
})
