import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { moveHome } from './homes/index.ts'
import { addAffiliation, endAffiliation, listAffiliations } from './service.ts'

export const routes = bind(contract, { listAffiliations, addAffiliation, endAffiliation, moveHome })
