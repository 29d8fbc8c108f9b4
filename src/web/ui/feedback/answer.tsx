import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNotice } from './error-notice.tsx'
import { Waiting } from './waiting.tsx'

type AnswerProps<T> = { query: UseQueryResult<T>; lines?: number; children: (answer: T) => ReactNode }

/** What a question came back with: grey lines while it is asked, the refusal's words, or the content. */
export function Answer<T>({ query, lines, children }: AnswerProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
  return <Waiting lines={lines ?? 4} />
}
