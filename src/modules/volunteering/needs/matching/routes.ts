import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { listCandidates, proposeHelpers } from './service.ts'

export const routes = bind(contract, { listCandidates, proposeHelpers })
