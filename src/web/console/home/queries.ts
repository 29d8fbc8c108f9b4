import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export type Quality = Awaited<ReturnType<typeof api.search.readQuality>>
export type Batch = Awaited<ReturnType<typeof api.rosterImport.listImports>>['items'][number]
const RECENT = 5

export const qualityQuery = queryOptions({
  queryKey: ['people', 'quality'],
  queryFn: () => api.search.readQuality(),
})
export const importsQuery = queryOptions({
  queryKey: ['imports', 'recent'],
  queryFn: () => api.rosterImport.listImports({ limit: RECENT }),
})

export const birthdaysQuery = queryOptions({
  queryKey: ['people', 'birthdays'],
  queryFn: () => api.search.listBirthdays(),
  staleTime: 10 * 60_000,
})
