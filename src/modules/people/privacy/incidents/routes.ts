import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { printIncident, readIncident } from './service.ts'

export const routes = bind(contract, { readIncident, printIncident })
