import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

/** A link to another room's list by its plain address, with what it is filtered by: numbers open their lists. */
export function HrefLink({ href, children }: { href: string; children: ReactNode }) {
  const { history } = useRouter()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    history.push(href)
  }
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  )
}
