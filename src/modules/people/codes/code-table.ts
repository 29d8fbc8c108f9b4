import type { Bilingual, Lang } from '#platform/words.ts'

export interface CodeTable<C extends string> {
  standard: string
  /** In the order of the standard, which is also the order of a form's choices. */
  codes: readonly C[]
  words: ReadonlyMap<string, Bilingual>
}

/** The type of a table's codes: `CodeOf<typeof politicalCodes>`. */
export type CodeOf<T> = T extends CodeTable<infer C> ? C : never

export function codeTable<const R extends readonly (readonly [string, string, string])[]>(
  standard: string,
  rows: R,
): CodeTable<R[number][0]> {
  const codes: R[number][0][] = rows.map(([code]) => code)
  const words = new Map(rows.map(([code, zh, en]) => [code, { zh, en }]))
  if (words.size < codes.length) throw new Error(`a code stands twice in ${standard}`)
  return { standard, codes, words }
}

export function isCode<C extends string>(table: CodeTable<C>, value: unknown): value is C {
  return typeof value === 'string' && table.words.has(value)
}

/** A code that the table does not have is shown as it is, so that odd imported values stay visible. */
export function wordOf(table: CodeTable<string>, code: string, lang: Lang): string {
  return table.words.get(code)?.[lang] ?? code
}
