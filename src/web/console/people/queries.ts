import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { PAGE, type PeopleSearch, type Question, questionOf } from './people-search.ts'

export type PersonLine = Awaited<ReturnType<typeof api.search.listPeople>>['items'][number]
export type PersonRecord = Awaited<ReturnType<typeof api.record.readPerson>>
export type SectionRecord = PersonRecord['sections'][number]
export type SavedView = Awaited<ReturnType<typeof api.search.listViews>>['items'][number]

/** Everything about people is asked again after any change to one: names, counts and lists run through all of it. */
export const PEOPLE = ['people'] as const

export const listQuery = (search: PeopleSearch, columns: string[]) =>
  queryOptions({
    queryKey: [...PEOPLE, 'list', { ...search, columns }],
    queryFn: () =>
      api.search.listPeople({
        ...questionOf(search),
        sort: search.sort ?? 'birthOn',
        descending: search.descending ?? false,
        offset: search.offset ?? 0,
        limit: search.limit ?? PAGE,
        columns,
      }),
  })
export const personQuery = (id: string) =>
  queryOptions({ queryKey: [...PEOPLE, id], queryFn: () => api.record.readPerson({ id }) })
export const tagsQuery = queryOptions({ queryKey: [...PEOPLE, 'tags'], queryFn: () => api.search.listTags() })
export const viewsQuery = queryOptions({ queryKey: [...PEOPLE, 'views'], queryFn: () => api.search.listViews() })
const UNITS_SHOWN = 100
/** Units found by any of their names. */
export const unitChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['units', 'beside-people', q],
    queryFn: () => api.units.listUnits({ q, limit: UNITS_SHOWN }),
    enabled: q !== '',
  })

export type Affiliation = Awaited<ReturnType<typeof api.affiliations.listAffiliations>>['items'][number]
export const affiliationsQuery = (id: string) =>
  queryOptions({
    queryKey: [...PEOPLE, id, 'affiliations'],
    queryFn: () => api.affiliations.listAffiliations({ id }),
  })
export const timelineQuery = (id: string) =>
  queryOptions({ queryKey: [...PEOPLE, id, 'timeline'], queryFn: () => api.record.readTimeline({ id }) })
export const CHANGES_PAGE = 50
export const changesQuery = (id: string, offset: number) =>
  queryOptions({
    queryKey: [...PEOPLE, id, 'changes', offset],
    queryFn: () => api.record.readChanges({ id, offset, limit: CHANGES_PAGE }),
  })
export const whoCanSeeQuery = (id: string) =>
  queryOptions({ queryKey: [...PEOPLE, id, 'seen'], queryFn: () => api.record.readWhoCanSee({ id }) })
export const countsQuery = (by: 'community' | 'unit', question: Question) =>
  queryOptions({
    queryKey: [...PEOPLE, 'counts', by, question],
    queryFn: () => api.search.countPeople({ ...question, by }),
  })

export type ExportLine = Awaited<ReturnType<typeof api.peopleExports.listExports>>['items'][number]
export const EXPORTS = ['exports'] as const
export const exportsQuery = (offset: number) =>
  queryOptions({
    queryKey: [...EXPORTS, offset],
    queryFn: () => api.peopleExports.listExports({ offset, limit: PAGE }),
    // Making an approved list takes a moment; whoever waits for it sees it come.
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === 'making') ? 2000 : false),
  })
