import { useSyncExternalStore } from 'react'

const BASE = '/elder'
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

window.addEventListener('popstate', tell)

const here = () => window.location.pathname.slice(BASE.length).replace(/\/$/, '') || '/'

/** Where one is: `/`, `/gatherings/…`. */
export function usePath(): string {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, here)
}

export function go(path: string): void {
  window.history.pushState(null, '', `${BASE}${path === '/' ? '' : path}`)
  window.scrollTo(0, 0)
  tell()
}

/** Goes on from a page, unless one has gone elsewhere meanwhile. */
export function goOn(from: string, to: string): void {
  if (here() === from) go(to)
}

export const addressOf = (path: string): string => `${BASE}${path === '/' ? '' : path}`
