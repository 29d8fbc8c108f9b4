import { useSyncExternalStore } from 'react'

/** How an act is taken back: what it does, what is true of it in words, and until when where the server gives it so long. */
export type Undo = { work: () => Promise<void>; hint?: string; seconds?: number; about?: string }

/** What was just done, and how it is taken back; it stays in sight on every page until one has seen it (trust AX-15). */
export type Done = { words: string; undo?: Undo | undefined; until: number }

let current: Done | undefined
const listeners = new Set<() => void>()

function set(next: Done | undefined): void {
  current = next
  for (const listener of listeners) listener()
}

export function tellDone(words: string, undo?: Undo | (() => Promise<void>)): void {
  const way = typeof undo === 'function' ? { work: undo } : undo
  set({ words, undo: way, until: Date.now() + (way?.seconds ?? Infinity) * 1000 })
}

/** Said after a reload too, unless something newer was said meanwhile. */
export function tellAgain(words: string, undo: Undo): void {
  if (!current) tellDone(words, undo)
}

/** What has been said since is not forgotten with it. */
export function forgetDone(done: Done | undefined): void {
  if (current === done) set(undefined)
}

/** Whoever acts for several is told nothing of one while they do the affairs of another. */
export function forgetAll(): void {
  set(undefined)
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
