import { type GrantState, grantStates } from '#modules/volunteering/bank/codes/index.ts'
import { param } from '../../../search-params.ts'

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/
const states = Object.keys(grantStates) as GrantState[] // the keys of a closed record

export type PoolSearch = {
  part?: 'movements' | undefined
  status?: GrantState | undefined
  personId?: string | undefined
  month?: string | undefined
  offset?: number | undefined
}
export const poolSearch = (search: Record<string, unknown>): PoolSearch => {
  const month = param.text(search, 'month')
  return {
    part: param.oneOf(search, 'part', ['movements'] as const),
    status: param.oneOf(search, 'status', states),
    personId: param.text(search, 'personId'),
    month: month && MONTH.test(month) ? month : undefined,
    offset: param.count(search, 'offset'),
  }
}
