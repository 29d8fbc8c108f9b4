import { useState } from 'react'
import type { api } from '../../../api.ts'
import type { Question } from '../people-search.ts'

export type Chosen = Parameters<typeof api.search.tagPeople>[0]['selection']
export type PeopleSelection = {
  /** Those ticked by hand, over all pages turned to. */
  keys: ReadonlySet<string>
  /** Whether everybody the question finds is meant. */
  isAll: boolean
  tick: (keys: ReadonlySet<string>) => void
  takeAll: () => void
  clear: () => void
  chosen: Chosen
}

const none: ReadonlySet<string> = new Set()

/** Whom a bulk act is for. Another question lets the choice go: nobody is acted upon unseen. */
export function usePeopleSelection(question: Question): PeopleSelection {
  const asked = JSON.stringify(question)
  const [state, setState] = useState({ asked, keys: none, isAll: false })
  const now = state.asked === asked ? state : { asked, keys: none, isAll: false }
  return {
    keys: now.keys,
    isAll: now.isAll,
    tick: (keys) => setState({ asked, keys, isAll: false }),
    takeAll: () => setState({ asked, keys: none, isAll: true }),
    clear: () => setState({ asked, keys: none, isAll: false }),
    chosen: now.isAll ? { question } : { ids: [...now.keys] },
  }
}
