import type { MouseEvent, ReactNode } from 'react'
import { addressOf, go } from '../shell/router.ts'

/** Goes to another page; a long press still opens it as any link. */
export function Link({ to, look = 'button', children }: { to: string; look?: string; children: ReactNode }) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a className={look} href={addressOf(to)} onClick={follow}>
      {children}
    </a>
  )
}
