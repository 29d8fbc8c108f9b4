import type { ReactNode } from 'react'
import { SideFrame } from '../../../ui/tree/side-frame.tsx'
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
  if (!narrow && !isShown)
    return (
      <div className={css.bare}>
        <div>
          <button type="button" className={css.toggle} aria-expanded={false} onClick={toggle}>
            {words.showTree}
          </button>
        </div>
        {children}
      </div>
    )
  const folds = (
    <button type="button" className={`${css.toggle} ${css.folds}`} aria-expanded onClick={toggle}>
      {words.foldTree}
    </button>
  )
  return (
    <SideFrame
      narrow={narrow}
      heading={words.byTree}
      side={
        <>
          {narrow ? null : folds}
          <PeopleTree />
        </>
      }
    >
      {children}
    </SideFrame>
  )
}
