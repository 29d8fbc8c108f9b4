import { pinyin } from 'pinyin-pro'

const HAN = /\p{Script=Han}/u

/** Every character, every pair (the usual question, which trigrams cannot index), and runs of pinyin initials (`i:wxm`) and syllables (`p:xiaoming`). */
export function nameKeys(...names: (string | null | undefined)[]): string[] {
  const keys = new Set<string>()
  for (const name of names) if (name) addKeys(keys, name.replace(/\s/g, ''))
  return [...keys]
}

function addKeys(keys: Set<string>, name: string): void {
  const chars = [...name.toLowerCase()]
  for (const [at, char] of chars.entries()) {
    keys.add(char)
    const next = chars[at + 1]
    if (next) keys.add(char + next)
  }
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).map((part) =>
    part.toLowerCase(),
  )
  for (const [at] of syllables.entries())
    for (let end = at + 1; end <= syllables.length; end++) {
      const run = syllables.slice(at, end)
      keys.add(`p:${run.join('')}`)
      // A rare character without a reading stands for itself, whole: half of one is no text.
      keys.add(`i:${run.map(([initial]) => initial).join('')}`)
    }
}

/** Sorts names as a Chinese list does: by the pinyin of each character, then by the characters themselves. */
export function nameSort(name: string): string {
  return `${pinyin(name, { toneType: 'num', type: 'array', surname: 'head', v: true }).join(' ').toLowerCase()} ${name}`
}

/** The keys that a name must have to answer a question, or none where the question is no name. Several lists are alternatives. */
export function questionKeys(question: string): string[][] {
  const text = question.replace(/\s/g, '').toLowerCase()
  if (!text) return []
  if (/^[a-z]+$/.test(text)) return [[`i:${text}`], [`p:${text}`]]
  const chars = [...text]
  if (!chars.every((char) => HAN.test(char) || char === '·')) return []
  if (chars.length === 1) return [chars]
  return [chars.slice(1).map((char, at) => `${chars[at]}${char}`)]
}
