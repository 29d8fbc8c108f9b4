import { QueryClient } from '@tanstack/react-query'
import { Refused } from '#platform/client.ts'

/** One cache for all pages. A refusal is an answer and is not asked again; only a server that did not answer is. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && error instanceof Refused && error.status === 503,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
