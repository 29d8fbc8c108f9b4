import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useShellWords } from './words.ts'

/** A page that broke, or a server that did not answer: says so and offers to try again. */
export function Fault({ error, reset }: ErrorComponentProps) {
  const words = useShellWords()
  return (
    <main className="lone">
      <Page title={words.fault}>
        <ErrorNotice error={error} onRetry={reset} />
      </Page>
    </main>
  )
}
