import { FINDING_KINDS, type FindingKind } from '#modules/volunteering/bank/anomalies/finding/limits.ts'
import { param } from '../../../search-params.ts'

const STATES = ['waiting', 'harmless', 'wrong'] as const
export type FindingSearch = {
  status?: (typeof STATES)[number] | undefined
  kind?: FindingKind | undefined
  offset?: number | undefined
}

export const findingSearch = (search: Record<string, unknown>): FindingSearch => ({
  status: param.oneOf(search, 'status', STATES),
  kind: param.oneOf(search, 'kind', FINDING_KINDS),
  offset: param.count(search, 'offset'),
})
