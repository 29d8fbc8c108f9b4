import { createContext, use, useState } from 'react'
import type { PersonTab } from './tabs.ts'

/** A part of the record to fill in, and the box in it to begin with. */
export type Target = { tab: PersonTab; section: string; field?: string }
export type Editing = {
  /** Whether a part is open for editing. */
  isOpen: (section: string) => boolean
  /** The box to begin with in an open part. */
  focusOf: (section: string) => string | null
  edit: (target: Target) => void
  close: (section: string) => void
}

export const EditingContext = createContext<Editing>({
  isOpen: () => false,
  focusOf: () => null,
  edit: () => {},
  close: () => {},
})

export function useEditing(): Editing {
  return use(EditingContext)
}

/** Which parts are open. Asking for a part of another tab turns to it; parts opened before stay open. */
export function useEditingState(tab: PersonTab, show: (tab: PersonTab) => void): Editing {
  const [open, setOpen] = useState<Record<string, string | null>>({})
  return {
    isOpen: (section) => section in open,
    focusOf: (section) => open[section] ?? null,
    edit: (target) => {
      setOpen({ ...open, [target.section]: target.field ?? null })
      if (target.tab !== tab) show(target.tab)
    },
    close: (section) => setOpen(Object.fromEntries(Object.entries(open).filter(([key]) => key !== section))),
  }
}
