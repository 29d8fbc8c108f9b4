import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { PostSearch, TeamSearch, TrainingSearch, VolunteerSearch } from './routes.ts'

export type TeamLine = Awaited<ReturnType<typeof api.teams.listTeams>>['items'][number]
export type TeamRecord = Awaited<ReturnType<typeof api.teams.readTeam>>
export type Member = TeamRecord['former'][number]
export type VolunteerLine = Awaited<ReturnType<typeof api.volunteers.listVolunteers>>['items'][number]
export type VolunteerRecord = Awaited<ReturnType<typeof api.volunteers.readVolunteer>>
export type PostLine = Awaited<ReturnType<typeof api.posts.listPosts>>['items'][number]
export type TrainingLine = Awaited<ReturnType<typeof api.training.listTraining>>['items'][number]
export type TrainingRecord = Awaited<ReturnType<typeof api.training.readTraining>>

/** Volunteers, teams, posts and training run through each other: after any act all of it is asked again. */
export const VOLUNTEERING = ['volunteering'] as const
export const PAGE = 50

export const teamsQuery = (search: TeamSearch) =>
  queryOptions({ queryKey: [...VOLUNTEERING, 'teams', search], queryFn: () => api.teams.listTeams(search) })
export const teamQuery = (id: string) =>
  queryOptions({ queryKey: [...VOLUNTEERING, 'team', id], queryFn: () => api.teams.readTeam({ id }) })
export const volunteersQuery = (search: VolunteerSearch) =>
  queryOptions({
    queryKey: [...VOLUNTEERING, 'volunteers', search],
    queryFn: () => api.volunteers.listVolunteers({ ...search, limit: PAGE }),
  })
export const volunteerQuery = (personId: string) =>
  queryOptions({
    queryKey: [...VOLUNTEERING, 'volunteer', personId],
    queryFn: () => api.volunteers.readVolunteer({ personId }),
  })
export const postsQuery = ({ held, ...search }: PostSearch) =>
  queryOptions({
    queryKey: [...VOLUNTEERING, 'posts', held, search],
    queryFn: () => api.posts.listPosts({ ...search, ...(held ? { held: held === 'yes' } : {}), limit: PAGE }),
  })
export const postQuery = (id: string) =>
  queryOptions({ queryKey: [...VOLUNTEERING, 'post', id], queryFn: () => api.posts.readPost({ id }) })
export const trainingListQuery = (search: TrainingSearch & { teamId?: string }) =>
  queryOptions({
    queryKey: [...VOLUNTEERING, 'training', search],
    queryFn: () => api.training.listTraining({ ...search, limit: PAGE }),
  })
export const trainingQuery = (id: string) =>
  queryOptions({ queryKey: [...VOLUNTEERING, 'training', id], queryFn: () => api.training.readTraining({ id }) })
