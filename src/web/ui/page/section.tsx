import { type ReactNode, useId } from 'react'
import css from './section.module.css'

type SectionProps = {
  title: string
  note?: ReactNode
  actions?: ReactNode
  flush?: boolean
  quiet?: boolean
  children: ReactNode
}

/** A card with a heading. `flush` lets a table or list reach the card's edges; `quiet` leaves the heading to screen readers. */
export function Section({ title, note, actions, flush, quiet, children }: SectionProps) {
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={quiet ? 'visually-hidden' : css.header}>
        <div>
          <h2 id={id} className={css.title}>
            {title}
          </h2>
          {note ? <p className={css.note}>{note}</p> : null}
        </div>
        {actions ? <div className={css.actions}>{actions}</div> : null}
      </div>
      <div className={quiet ? '' : flush ? css.flush : css.body}>{children}</div>
    </section>
  )
}
