import { useState } from 'react'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { PEOPLE } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { conflictOf, type SectionConflict } from './conflict-of.ts'

export type VersionedSave<V> = {
  /** Saves against a version; what was typed is kept when somebody else was faster. */
  save: (values: V, version: number) => void
  conflict: SectionConflict | null
  typed: V | null
  error: unknown
  isPending: boolean
  isDone: boolean
}

/** A save that may find another version in its place. */
export function useVersionedSave<V>(
  send: (values: V, version: number) => Promise<unknown>,
  onDone: () => void,
): VersionedSave<V> {
  const words = usePersonWords()
  const [typed, setTyped] = useState<V | null>(null)
  const [conflict, setConflict] = useState<SectionConflict | null>(null)
  const act = useAct((input: { values: V; version: number }) => send(input.values, input.version), {
    said: words.saved,
    refresh: [PEOPLE],
    onDone,
  })
  return {
    save: (values, version) => {
      if (!conflict) setTyped(values)
      act.mutate({ values, version }, { onError: (error) => setConflict(conflictOf(error) ?? conflict) })
    },
    conflict,
    typed,
    error: conflictOf(act.error) ? null : act.error,
    isPending: act.isPending,
    isDone: act.isSuccess,
  }
}
