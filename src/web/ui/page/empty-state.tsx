import type { ReactNode } from 'react'
import css from './empty-state.module.css'

/** Nothing here: says why, and what to do about it. */
export function EmptyState({ title, hint, action }: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <svg className={css.art} viewBox="0 0 96 48" aria-hidden="true">
        <circle cx="48" cy="30" r="13" fill="#f3d9bf" />
        <path d="M4 36h88M18 42h60M34 47h28" stroke="#cfc3b2" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <p className={css.title}>{title}</p>
      {hint ? <p className={css.hint}>{hint}</p> : null}
      {action ? <div className={css.action}>{action}</div> : null}
    </div>
  )
}
