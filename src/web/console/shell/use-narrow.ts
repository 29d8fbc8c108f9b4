import { useSyncExternalStore } from 'react'

const query = matchMedia('(max-width: 767px)')

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the screen is a phone's: the navigation then hides behind a button. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches)
}
