import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { printIncident, readIncidentPeople } from './service.ts'

export const routes = bind(contract, { readIncidentPeople, printIncident })
