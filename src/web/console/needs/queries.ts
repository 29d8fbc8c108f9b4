import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { NeedSearch } from './routes.ts'

export type NeedLine = Awaited<ReturnType<typeof api.needs.listNeeds>>['items'][number]
export type NeedRecord = Awaited<ReturnType<typeof api.needs.readNeed>>
export type BoardColumn = Awaited<ReturnType<typeof api.needs.readNeedsBoard>>['columns'][number]
export type Candidates = Awaited<ReturnType<typeof api.candidates.listCandidates>>

/** Everything about needs is asked again after any act on one: columns and counts run through all of it. */
export const NEEDS = ['needs'] as const
export const PAGE = 50

type Asked = Omit<NeedSearch, 'view' | 'offset'>

export const listQuery = ({ view: _view, ...search }: NeedSearch) =>
  queryOptions({
    queryKey: [...NEEDS, 'list', search],
    queryFn: () => api.needs.listNeeds({ ...search, limit: PAGE }),
  })
export const boardQuery = (asked: Asked) =>
  queryOptions({ queryKey: [...NEEDS, 'board', asked], queryFn: () => api.needs.readNeedsBoard({ ...asked }) })
export const needQuery = (id: string) =>
  queryOptions({ queryKey: [...NEEDS, id], queryFn: () => api.needs.readNeed({ id }) })
export const candidatesQuery = (id: string) =>
  queryOptions({ queryKey: [...NEEDS, id, 'candidates'], queryFn: () => api.candidates.listCandidates({ id }) })
/** Naming candidates is a look at people: asked for by a button, not by opening the board. */
export const proposalsQuery = queryOptions({
  queryKey: [...NEEDS, 'proposals'],
  queryFn: async () => {
    const { items } = await api.candidates.proposeHelpers({})
    return new Map(items.map(({ needId, people }) => [needId, people.map(({ name }) => name)]))
  },
})
