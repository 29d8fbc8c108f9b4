import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useKitWords } from '../language/words.ts'
import { Page } from '../page/page.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Waiting } from './waiting.tsx'

type RecordPageProps<T> = { query: UseQueryResult<T>; lines?: number; children: (record: T) => ReactNode }

/** The page of one record, which heads itself once it is there; until then, and when it cannot be had, this heads it. */
export function RecordPage<T>({ query, lines = 8, children }: RecordPageProps<T>) {
  const words = useKitWords()
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (!query.error) return <Waiting lines={lines} />
  return (
    <Page title={words.notOpened}>
      <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
    </Page>
  )
}
