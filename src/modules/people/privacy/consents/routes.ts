import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { giveConsent, listConsents, withdrawConsent } from './service.ts'

export const routes = bind(contract, { giveConsent, listConsents, withdrawConsent })
