import { useEffect, useState } from 'react'

/** Whoever opened a dialog finds themselves where they were once it is gone: a dialog that is taken away whole cannot do it itself. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    },
    [opener],
  )
}
