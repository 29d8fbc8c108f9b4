import { useSyncExternalStore } from 'react'
import type { Bilingual, Lang } from '#platform/words.ts'

const KEY = 'sangyu.lang'
const listeners = new Set<() => void>()
let current: Lang = read()

function read(): Lang {
  const kept = localStorage.getItem(KEY)
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.language.startsWith('en') ? 'en' : 'zh'
}

export function language(): Lang {
  return current
}

/** Changes the language of every page at once; this browser keeps it for the next visit. */
export function setLanguage(lang: Lang): void {
  current = lang
  localStorage.setItem(KEY, lang)
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLanguage(): Lang {
  return useSyncExternalStore(subscribe, language)
}

/** Makes the hook of a room's words: the Chinese copy is the type, so English that lacks a word does not compile. */
export function wordsOf<W>(zh: W, en: NoInfer<W>): () => W {
  return () => (useLanguage() === 'zh' ? zh : en)
}

/** Picks the reader's side of something that carries both languages: refusals, code values, field names. */
export function useSay(): (words: Bilingual) => string {
  const lang = useLanguage()
  return (words) => words[lang]
}
