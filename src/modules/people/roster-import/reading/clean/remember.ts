/** A roster says the same few words a hundred thousand times; a hostile one must not fill the memory with others. */
const MOST = 20_000

/** The same answer for the same text, worked out once. The answer is shared, so nobody may change it. */
export function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const old = known.get(text)
    if (old !== undefined || known.has(text)) return old as T // what was stored for this text
    const found = work(text)
    if (known.size >= MOST) known.clear()
    known.set(text, found)
    return found
  }
}
