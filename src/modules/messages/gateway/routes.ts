import { bind, type Routes } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { serviceFor } from './service.ts'

/** `isTrial` lets the gateway stand on this machine itself: for tests, never for an office. */
export function gatewayRoutesFor(isTrial: boolean): Routes {
  return bind(contract, serviceFor(isTrial))
}
