import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useShellWords } from './words.ts'

export function NotFound() {
  const words = useShellWords()
  return (
    <main className="lone">
      <Page title={words.noSuchPage}>
        <EmptyState title={words.noSuchPageHint} action={<Link to="/">{words.toHome}</Link>} />
      </Page>
    </main>
  )
}
