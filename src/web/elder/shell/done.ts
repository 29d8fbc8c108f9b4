import { useSyncExternalStore } from 'react'

const UNDO_MS = 10 * 60_000

/** What was just done, and how it is taken back; it stays in sight on every page until one has seen it (trust AX-15). */
export type Done = { words: string; undo?: (() => Promise<void>) | undefined; until: number }

let current: Done | undefined
const listeners = new Set<() => void>()

function set(next: Done | undefined): void {
  current = next
  for (const listener of listeners) listener()
}

export function tellDone(words: string, undo?: () => Promise<void>): void {
  set({ words, undo, until: Date.now() + UNDO_MS })
}

/** What has been said since is not forgotten with it. */
export function forgetDone(done: Done): void {
  if (current === done) set(undefined)
}

export function useDone(): Done | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => current,
  )
}
