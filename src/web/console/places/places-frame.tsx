import { Outlet } from '@tanstack/react-router'
import { SideFrame } from '../../ui/tree/side-frame.tsx'
import { useNarrow } from '../shell/use-narrow.ts'
import { PlaceTree } from './tree/place-tree.tsx'
import { usePlacesWords } from './words.ts'

/** The tree of places beside what is looked at; on a phone the tree folds away above it. */
export function PlacesFrame() {
  const words = usePlacesWords()
  return (
    <SideFrame narrow={useNarrow()} heading={words.showTree} side={<PlaceTree />} width="wide">
      <Outlet />
    </SideFrame>
  )
}
