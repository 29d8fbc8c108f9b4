import type { ReactNode } from 'react'
import css from './timeline.module.css'

export type Moment = { id: string; when: string; what: ReactNode; more?: ReactNode; note?: ReactNode }

/** What happened, newest first as given. */
export function Timeline({ items, empty }: { items: readonly Moment[]; empty: string }) {
  if (!items.length) return <p className={css.note}>{empty}</p>
  return (
    <ol className={css.timeline}>
      {items.map(({ id, when, what, more, note }) => (
        <li key={id} className={css.moment}>
          <span className={css.when}>{when}</span>
          <div>
            <p>
              {what} {more}
            </p>
            {note ? <p className={css.note}>{note}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
