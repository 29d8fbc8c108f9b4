import { param } from '../../../search-params.ts'

export const duplicateTabs = ['open', 'different', 'merges'] as const
export type DuplicateTab = (typeof duplicateTabs)[number]
export type DuplicatesSearch = {
  tab?: DuplicateTab | undefined
  minScore?: number | undefined
  offset?: number | undefined
}

export function readDuplicatesSearch(search: Record<string, unknown>): DuplicatesSearch {
  return {
    tab: param.oneOf(search, 'tab', duplicateTabs),
    minScore: param.count(search, 'minScore'),
    offset: param.count(search, 'offset'),
  }
}
