import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '../../../api.ts'

/** Who is signed in, and what they may do. The shell is not drawn before it is known. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => api.sessions.whoAmI(),
  staleTime: 5 * 60_000,
})

export type Me = Awaited<ReturnType<typeof api.sessions.whoAmI>>

export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

/** Asks whether the reader holds a permission such as `people.write`; for one record the answer's own `can` says it. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}
