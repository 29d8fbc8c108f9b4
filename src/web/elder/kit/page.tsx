import { type ReactNode, useEffect, useRef } from 'react'
import { useDone } from '../shell/done.ts'
import { hush } from '../shell/voice.ts'
import { DoneNotice } from './notices.tsx'

/** A page: one heading, which takes the focus when the page is new, so that a reader of screens begins where the eyes do. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const done = useDone()
  useEffect(() => {
    document.title = `${title} · 桑榆`
    heading.current?.focus()
    return hush
  }, [title])
  return (
    <main>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {done ? <DoneNotice done={done} /> : null}
      <div className="stack">{children}</div>
    </main>
  )
}
