import { param } from '../../../search-params.ts'

type Search = Record<string, unknown>
const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/

export type NoticeSearch = {
  state?: 'open' | 'over' | 'withdrawn' | undefined
  offset?: number | undefined
}
export const noticeSearch = (search: Search): NoticeSearch => ({
  state: param.oneOf(search, 'state', ['open', 'over', 'withdrawn'] as const),
  offset: param.count(search, 'offset'),
})

export type DraftSearch = { month?: string | undefined; place?: string | undefined }
export const draftSearch = (search: Search): DraftSearch => {
  const month = param.text(search, 'month')
  return { month: month && MONTH.test(month) ? month : undefined, place: param.text(search, 'place') }
}
