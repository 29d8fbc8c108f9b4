import { useBlocker } from '@tanstack/react-router'
import { useKitWords } from '../../../ui/language/words.ts'

/** Asks before leaving a page on which something was typed and not saved. */
export function useLeaveGuard(isDirty: boolean): void {
  const words = useKitWords()
  useBlocker({
    shouldBlockFn: () => isDirty && !confirm(words.unsaved),
    enableBeforeUnload: () => isDirty,
    disabled: !isDirty,
  })
}
