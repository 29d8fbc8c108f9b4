import type { ReactNode } from 'react'
import css from './mark.module.css'

export type Tone = 'plain' | 'good' | 'doubtful' | 'bad' | 'brand'

/** A small word on a coloured ground: a state, a kind, a count. The colour repeats the word, never replaces it. */
export function Mark({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${css.mark} ${css[tone] ?? ''}`}>{children}</span>
}
