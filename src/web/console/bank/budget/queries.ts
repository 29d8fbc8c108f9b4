import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { BANK, PAGE } from '../queries.ts'

export type Programme = Awaited<ReturnType<typeof api.bankRules.listProgrammes>>['items'][number]

export const programmesQuery = queryOptions({
  queryKey: [...BANK, 'programmes'],
  queryFn: () => api.bankRules.listProgrammes({}),
})
export const keptBackQuery = (year: number, offset: number) =>
  queryOptions({
    queryKey: [...BANK, 'kept-back', year, offset],
    queryFn: () => api.bankRules.listKeptBack({ year, offset, limit: PAGE }),
  })
