import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { bringEvidence, readEvidence } from './service.ts'

export const routes = bind(contract, { bringEvidence, readEvidence })
