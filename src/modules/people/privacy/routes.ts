import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { readPrivacyWaiting } from './service.ts'

export const routes = bind(contract, { readPrivacyWaiting })
