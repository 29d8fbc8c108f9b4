import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { service } from './service.ts'

export const routes = bind(contract, service)
