import { useSyncExternalStore } from 'react'
import type { Lang } from '#platform/words.ts'
import { signBySign, spoken } from './speech.ts'

export type Voice = 'silent' | 'reading' | 'stopped' | 'unable'

let voice: Voice = 'silent'
let sentences: readonly string[] = []
let at = 0
/** Held while it is heard: a browser that throws it away never tells that it ended. */
let current: SpeechSynthesisUtterance | undefined
const listeners = new Set<() => void>()

function become(next: Voice): void {
  voice = next
  for (const listener of listeners) listener()
}

export function useVoice(): Voice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => voice,
  )
}

/** One press reads, the next is silence, the third goes on with the sentence that was broken off. */
export function pressRead(lang: Lang): void {
  if (!('speechSynthesis' in window)) become('unable')
  else if (voice === 'reading') {
    silence()
    become('stopped')
  } else {
    const now = spoken(mainText(), lang).match(/[^。]+。?/g) ?? []
    if (voice !== 'stopped' || now.join('') !== sentences.join('')) at = 0
    sentences = now
    become('reading')
    readOn(lang)
  }
}

/** A sentence at a time: telephones break long texts off. One without a voice for the language says so. */
function readOn(lang: Lang): void {
  const text = sentences[at]
  if (text === undefined) return hush()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = lang === 'zh' ? 'zh-CN' : 'en-GB'
  utterance.rate = 0.85
  const isMine = () => current === utterance
  utterance.addEventListener('end', () => {
    if (!isMine()) return
    at += 1
    readOn(lang)
  })
  utterance.addEventListener('error', () => {
    if (isMine()) become('unable')
  })
  current = utterance
  window.speechSynthesis.speak(utterance)
}

function silence(): void {
  current = undefined
  if ('speechSynthesis' in window) window.speechSynthesis.cancel()
}

/** Another page, or the end of this one. */
export function hush(): void {
  silence()
  at = 0
  if (voice !== 'silent') become('silent')
}

/** The main content in its order, as it stands on the page. An address that no ear could follow is marked silent; a code is said sign by sign. */
function mainText(): string {
  const main = document.querySelector('main')
  if (!main) return ''
  const copy = main.cloneNode(true) as HTMLElement // a copy of an element is one
  for (const silent of Array.from(copy.querySelectorAll('[data-silent], svg, input, textarea, select'))) silent.remove()
  for (const code of Array.from(copy.querySelectorAll('[data-signs]')))
    code.textContent = signBySign(code.textContent ?? '')
  for (const line of Array.from(copy.querySelectorAll('br'))) line.replaceWith('。')
  for (const block of Array.from(copy.querySelectorAll('h1, h2, p, li, dt, dd, button, a, label, strong')))
    block.append('。')
  return (copy.textContent ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[。\s]*。[。\s]*/g, '。')
    .trim()
}
