import { createRoute } from '@tanstack/react-router'
import { elderKinds, keysOf, postKinds, skills } from '#modules/volunteering/codes/index.ts'
import { param } from '../../search-params.ts'
import { lazyPage } from '../shell/lazy-page.tsx'
import { shellRoute } from '../shell/shell-route.ts'

type Search = Record<string, unknown>
export type TeamSearch = { q?: string | undefined; dissolved?: true | undefined }
export type VolunteerSearch = {
  q?: string | undefined
  under?: string | undefined
  skill?: keyof typeof skills | undefined
  elderKind?: keyof typeof elderKinds | undefined
  left?: true | undefined
  offset?: number | undefined
}
export type PostSearch = {
  q?: string | undefined
  under?: string | undefined
  kind?: keyof typeof postKinds | undefined
  held?: 'yes' | 'no' | undefined
  offset?: number | undefined
}
export type TrainingSearch = { offset?: number | undefined }

const getParentRoute = () => shellRoute

const teams = createRoute({
  getParentRoute,
  path: '/teams',
  validateSearch: (search: Search): TeamSearch => ({
    q: param.text(search, 'q'),
    dissolved: param.yes(search, 'dissolved'),
  }),
  component: lazyPage(() => import('./team-list.page.tsx'), 'TeamListPage'),
})
const team = createRoute({
  getParentRoute,
  path: '/teams/$id',
  component: lazyPage(() => import('./team.page.tsx'), 'TeamPage'),
})
const volunteers = createRoute({
  getParentRoute,
  path: '/volunteers',
  validateSearch: (search: Search): VolunteerSearch => ({
    q: param.text(search, 'q'),
    under: param.text(search, 'under'),
    skill: param.oneOf(search, 'skill', keysOf(skills)),
    elderKind: param.oneOf(search, 'elderKind', keysOf(elderKinds)),
    left: param.yes(search, 'left'),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('../volunteers/volunteer-list.page.tsx'), 'VolunteerListPage'),
})
const volunteer = createRoute({
  getParentRoute,
  path: '/volunteers/$personId',
  component: lazyPage(() => import('../volunteers/volunteer.page.tsx'), 'VolunteerPage'),
})
const posts = createRoute({
  getParentRoute,
  path: '/posts',
  validateSearch: (search: Search): PostSearch => ({
    q: param.text(search, 'q'),
    under: param.text(search, 'under'),
    kind: param.oneOf(search, 'kind', keysOf(postKinds)),
    held: param.oneOf(search, 'held', ['yes', 'no'] as const),
    offset: param.count(search, 'offset'),
  }),
  component: lazyPage(() => import('../posts/post-list.page.tsx'), 'PostListPage'),
})
const post = createRoute({
  getParentRoute,
  path: '/posts/$id',
  component: lazyPage(() => import('../posts/post.page.tsx'), 'PostPage'),
})
const trainings = createRoute({
  getParentRoute,
  path: '/training',
  validateSearch: (search: Search): TrainingSearch => ({ offset: param.count(search, 'offset') }),
  component: lazyPage(() => import('../training/training-list.page.tsx'), 'TrainingListPage'),
})
const training = createRoute({
  getParentRoute,
  path: '/training/$id',
  component: lazyPage(() => import('../training/training.page.tsx'), 'TrainingPage'),
})

export const teamsRoutes = [teams, team, volunteers, volunteer, posts, post, trainings, training] as const
