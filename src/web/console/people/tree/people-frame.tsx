import type { ReactNode } from 'react'
import { useNarrow } from '../../shell/use-narrow.ts'
import { usePeopleWords } from '../words.ts'
import css from './people-frame.module.css'
import { PeopleTree } from './people-tree.tsx'
import { useTreeShown } from './use-tree-shown.ts'

/** Places and units beside the list; folded away when the reader wants room, and above the list on a phone. */
export function PeopleFrame({ children }: { children: ReactNode }) {
  const words = usePeopleWords()
  const narrow = useNarrow()
  const { isShown, toggle } = useTreeShown()
  if (narrow)
    return (
      <div className={css.stack}>
        <details className={css.fold}>
          <summary>{words.byTree}</summary>
          <PeopleTree />
        </details>
        {children}
      </div>
    )
  return (
    <div className={isShown ? css.frame : css.bare}>
      <div className={css.side}>
        <button type="button" className={css.toggle} aria-expanded={isShown} onClick={toggle}>
          {isShown ? words.foldTree : words.showTree}
        </button>
        {isShown ? <PeopleTree /> : null}
      </div>
      <div className={css.page}>{children}</div>
    </div>
  )
}
