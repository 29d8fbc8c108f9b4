import { squeeze } from '../text.ts'

/** Words of one national code table: exact words first, then patterns in their order. */
export type WordTable = {
  codes: ReadonlySet<string>
  words: Record<string, string>
  patterns: readonly (readonly [RegExp, string])[]
}

/** The code of what a cell says, or undefined. A code written instead of its words counts. */
export function codeOf(table: WordTable, text: string): string | undefined {
  const bare = squeeze(text)
  if (bare === '' || bare.length > 30) return undefined
  if (table.codes.has(bare)) return bare
  return table.words[bare] ?? table.patterns.find(([pattern]) => pattern.test(bare))?.[1]
}
