import type { ReactNode } from 'react'
import css from './side-frame.module.css'

type SideFrameProps = {
  side: ReactNode
  children: ReactNode
  /** On a phone the side folds away above the page, under this heading. */
  narrow: boolean
  heading: string
  width?: 'small' | 'wide'
}

/** A tree beside what is looked at. */
export function SideFrame({ side, children, narrow, heading, width = 'small' }: SideFrameProps) {
  if (narrow)
    return (
      <div className={css.stack}>
        <details className={css.fold}>
          <summary>{heading}</summary>
          {side}
        </details>
        {children}
      </div>
    )
  return (
    <div className={width === 'wide' ? css.wide : css.frame}>
      <div className={css.side}>{side}</div>
      <div className={css.page}>{children}</div>
    </div>
  )
}
