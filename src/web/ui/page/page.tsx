import { type ReactNode, useEffect } from 'react'
import { useKitWords } from '../language/words.ts'
import css from './page.module.css'

type PageProps = {
  title: string
  /** One sentence under the heading, for what does not explain itself. */
  lead?: ReactNode
  /** Where this page belongs: links above the heading. */
  trail?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A page: its title in the browser, its heading, its acts, its content. */
export function Page({ title, lead, trail, actions, children }: PageProps) {
  const words = useKitWords()
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title, words])
  return (
    <div className={css.page}>
      {trail ? <div className={css.trail}>{trail}</div> : null}
      <header className={css.header}>
        <div className={css.heading}>
          <h1 className={css.title}>{title}</h1>
          {lead ? <p className={css.lead}>{lead}</p> : null}
        </div>
        {actions ? <div className={css.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}
