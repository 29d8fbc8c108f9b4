import { useSyncExternalStore } from 'react'
import type { Lang } from '#platform/words.ts'

export const SIZES = ['large', 'larger', 'largest'] as const
export type Size = (typeof SIZES)[number]

const listeners = new Set<() => void>()

/** An old browser in private mode keeps nothing, and the pages must work all the same. */
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    return
  }
}

let lang: Lang = kept('sangyu.elder.lang') === 'en' ? 'en' : 'zh'
let size: Size = SIZES.find((one) => one === kept('sangyu.elder.size')) ?? 'large'

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
const tell = () => {
  for (const listener of listeners) listener()
}

export const useLang = (): Lang => useSyncExternalStore(subscribe, () => lang)
export const useSize = (): Size => useSyncExternalStore(subscribe, () => size)

export function applyLanguage(next: Lang = lang): void {
  lang = next
  keep('sangyu.elder.lang', next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  tell()
}

export function applySize(next: Size = size): void {
  size = next
  keep('sangyu.elder.size', next)
  document.documentElement.setAttribute('data-size', next)
  tell()
}
