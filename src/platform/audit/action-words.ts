import type { Contract } from '../contract.ts'
import type { Bilingual } from '../words.ts'

const known = new Map<string, Bilingual>()

export function knowActions(contract: Contract): void {
  for (const [name, { summary }] of Object.entries(contract)) known.set(name, summary)
}

/** What a row's action means, or its bare name where no door of today bears it. */
export function actionWords(action: string, others: Readonly<Record<string, Bilingual>> = {}): Bilingual {
  return others[action] ?? known.get(action) ?? { zh: action, en: action }
}
