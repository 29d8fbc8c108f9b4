import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { GroupSearch } from './routes.ts'

export type GroupLine = Awaited<ReturnType<typeof api.groups.listGroups>>['items'][number]
export type GroupRecord = Awaited<ReturnType<typeof api.groups.readGroup>>
export type Member = Awaited<ReturnType<typeof api.groupMembers.listMembers>>['items'][number]
export type Officer = Awaited<ReturnType<typeof api.groupOfficers.listOfficers>>['officers'][number]
export type Proposal = Awaited<ReturnType<typeof api.groupProposals.listProposals>>['items'][number]
export type Report = Awaited<ReturnType<typeof api.groupReports.readYearlyReport>>

/** Members, terms and what was held are told on every page of a group: one change asks all of them again. */
export const GROUPS = ['groups'] as const
export const PAGE = 50

export const listQuery = (search: GroupSearch) =>
  queryOptions({
    queryKey: [...GROUPS, 'list', search],
    queryFn: () => api.groups.listGroups({ ...search, limit: PAGE }),
  })
/** Every group that stands, by place and name, for choosing one. */
export const openGroupsQuery = queryOptions({
  queryKey: [...GROUPS, 'open'],
  queryFn: () => api.groups.listGroups({ limit: 200 }),
})
export const groupQuery = (id: string) =>
  queryOptions({ queryKey: [...GROUPS, id], queryFn: () => api.groups.readGroup({ id }) })
export const membersQuery = (id: string) =>
  queryOptions({ queryKey: [...GROUPS, id, 'members'], queryFn: () => api.groupMembers.listMembers({ id }) })
export const officersQuery = (id: string) =>
  queryOptions({ queryKey: [...GROUPS, id, 'officers'], queryFn: () => api.groupOfficers.listOfficers({ id }) })
export const gatheringsQuery = (id: string) =>
  queryOptions({ queryKey: [...GROUPS, id, 'gatherings'], queryFn: () => api.groupReports.listGroupGatherings({ id }) })
export const reportQuery = (id: string, year: number) =>
  queryOptions({
    queryKey: [...GROUPS, id, 'report', year],
    queryFn: () => api.groupReports.readYearlyReport({ id, year }),
  })
export const proposalsQuery = (search: { under?: string | undefined; least?: number | undefined }) =>
  queryOptions({
    queryKey: [...GROUPS, 'proposals', search],
    queryFn: () => api.groupProposals.listProposals(search),
  })
