import type { ReactNode } from 'react'
import { Link } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { useWords } from '../words/index.ts'
import { ForWhom } from './for-whom.tsx'

type Props = { title: string; back?: string; children: ReactNode }

/** A page of somebody's affairs: whose, what, and the way back. */
export function OwnPage({ title, back, children }: Props) {
  const { tools } = useWords()
  return (
    <Page title={title}>
      <ForWhom />
      {children}
      {back ? <Link to={back}>{tools.back}</Link> : null}
      <Link to="/">{tools.home}</Link>
    </Page>
  )
}
