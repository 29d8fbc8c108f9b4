import type { Lang } from '../words.ts'

export type Punctuation = {
  /** Several things in one line. */
  enumerate: (items: readonly string[]) => string
  /** Parts of one sentence. */
  clauses: (items: readonly string[]) => string
  /** Sentences that stand beside one another, such as the reasons of a refusal. */
  sentences: (items: readonly string[]) => string
  /** A text with what is said about it behind. */
  aside: (text: string, note: string) => string
  /** Stands between a label and what it labels. */
  colon: string
}

/** The marks that pages put between pieces which come from elsewhere. */
export function punctuationOf(lang: Lang): Punctuation {
  const [comma, and, semicolon] = lang === 'zh' ? ['，', '、', '；'] : [', ', ', ', '; ']
  return {
    enumerate: (items) => items.join(and),
    clauses: (items) => items.join(comma),
    sentences: (items) => items.join(semicolon),
    aside: (text, note) => (lang === 'zh' ? `${text}（${note}）` : `${text} (${note})`),
    colon: lang === 'zh' ? '：' : ': ',
  }
}
