import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { readCountySettings, saveCountySettings } from './service.ts'

export const routes = bind(contract, { readCountySettings, saveCountySettings })
