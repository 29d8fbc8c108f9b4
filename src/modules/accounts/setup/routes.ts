import { bind, type Routes } from '#platform/http/bind.ts'
import type { SetupCode } from '../setup-code/index.ts'
import { contract } from './contract.ts'
import { serviceWith } from './service.ts'

/** The first-run page's doors; `code` is the one the terminal shows. */
export const setupRoutes = (code: SetupCode): Routes => bind(contract, serviceWith(code))
