import { createRootRoute, createRoute, redirect } from '@tanstack/react-router'
import { Refused } from '#platform/client.ts'
import { queries } from '../../queries.ts'
import { pageOfStage } from '../accounts/second-factor/stage-page.ts'
import { Fault } from './fault.tsx'
import { lazyPage } from './lazy-page.tsx'
import { meQuery } from './session/me.ts'

export const rootRoute = createRootRoute({
  notFoundComponent: lazyPage(() => import('./not-found.tsx'), 'NotFound'),
})

/** Everything behind the sign-in. Whoever has no session is led to the door and brought back afterwards. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    const me = await queries.query({ ...meQuery, staleTime: 'static' }).catch((error: unknown) => {
      if (error instanceof Refused && error.status === 401)
        redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.href }, throw: true })
      throw error
    })
    if (me.stage !== 'complete') redirect({ href: pageOfStage(me.stage, location.href), throw: true })
  },
  component: lazyPage(() => import('./shell.tsx'), 'Shell'),
  errorComponent: Fault,
})
