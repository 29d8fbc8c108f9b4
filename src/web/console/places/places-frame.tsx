import { Outlet } from '@tanstack/react-router'
import { useNarrow } from '../shell/use-narrow.ts'
import css from './places-frame.module.css'
import { PlaceTree } from './tree/place-tree.tsx'
import { usePlacesWords } from './words.ts'

/** The tree of places beside what is looked at; on a phone the tree folds away above it. */
export function PlacesFrame() {
  const words = usePlacesWords()
  const narrow = useNarrow()
  if (narrow)
    return (
      <div className={css.stack}>
        <details className={css.fold}>
          <summary>{words.showTree}</summary>
          <PlaceTree />
        </details>
        <Outlet />
      </div>
    )
  return (
    <div className={css.frame}>
      <div className={css.tree}>
        <PlaceTree />
      </div>
      <div className={css.page}>
        <Outlet />
      </div>
    </div>
  )
}
