/** Whether the record says what the grant rests on; nothing where it has no place for it, or the reader may not know. */
export function recordSays(is: boolean | null, words: { yes: string; no: string }): string | null {
  if (is === null) return null
  return is ? words.yes : words.no
}
