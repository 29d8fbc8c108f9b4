import { param } from '../../../search-params.ts'

export const privacyTabs = ['corrections', 'erasures', 'purposes', 'incident'] as const
export type PrivacyTab = (typeof privacyTabs)[number]
export type PrivacySearch = { tab?: PrivacyTab | undefined; offset?: number | undefined }

export function readPrivacySearch(search: Record<string, unknown>): PrivacySearch {
  return { tab: param.oneOf(search, 'tab', privacyTabs), offset: param.count(search, 'offset') }
}
