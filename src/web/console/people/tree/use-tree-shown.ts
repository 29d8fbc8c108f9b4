import { useState } from 'react'

const KEPT = 'sangyu.people.tree'

/** Whether the tree stands beside the list; this browser remembers it. */
export function useTreeShown(): { isShown: boolean; toggle: () => void } {
  const [isShown, setShown] = useState(() => localStorage.getItem(KEPT) !== 'folded')
  const toggle = () => {
    localStorage.setItem(KEPT, isShown ? 'folded' : 'shown')
    setShown(!isShown)
  }
  return { isShown, toggle }
}
