import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export type PlaceLine = Awaited<ReturnType<typeof api.places.listPlaces>>['items'][number]
export type PlaceRecord = Awaited<ReturnType<typeof api.places.readPlace>>

/** Everything about places is asked again after any change to one: counts and names run through all of it. */
export const PLACES = ['places'] as const

export const treeQuery = queryOptions({
  queryKey: [...PLACES, 'tree'],
  queryFn: () => api.places.listPlaces({ depth: 'communities' }),
})
export const placeQuery = (code: string) =>
  queryOptions({ queryKey: [...PLACES, code], queryFn: () => api.places.readPlace({ code }) })
export const belowQuery = (code: string, abolished: boolean) =>
  queryOptions({
    queryKey: [...PLACES, code, 'below', abolished],
    queryFn: () => api.places.listPlaces({ under: code, abolished }),
  })
export const schematicQuery = queryOptions({
  queryKey: [...PLACES, 'schematic'],
  queryFn: () => api.schematic.readSchematic(),
})
export const sitesQuery = (under: string) =>
  queryOptions({ queryKey: [...PLACES, 'sites', under], queryFn: () => api.sites.listSites({ under, limit: 200 }) })
