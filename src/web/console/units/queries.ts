import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { UnitSearch } from './routes.ts'

export type UnitLine = Awaited<ReturnType<typeof api.units.listUnits>>['items'][number]
export type UnitRecord = Awaited<ReturnType<typeof api.units.readUnit>>

/** Everything about units is asked again after any change to one: people and names move between them. */
export const UNITS = ['units'] as const
export const PAGE = 50

export const listQuery = (search: UnitSearch) =>
  queryOptions({
    queryKey: [...UNITS, 'list', search],
    queryFn: () => api.units.listUnits({ ...search, limit: PAGE }),
  })
export const unitQuery = (id: string) =>
  queryOptions({ queryKey: [...UNITS, id], queryFn: () => api.units.readUnit({ id }) })
