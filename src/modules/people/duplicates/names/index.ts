import { pinyin } from 'pinyin-pro'
import { variants } from './variants.ts'

export { variants } from './variants.ts'

/** `sounds`: written differently, read alike (王晓明, 王小明). `near`: one character of at least three differs, and not the surname. */
export type NameLikeness = 'same' | 'sounds' | 'near' | 'other'

const plain = [...variants.to]
const compared = new Map([...variants.from].map((char, at) => [char, plain[at] ?? '']))

/** A name as it is compared: no spaces or dots, one form of each character. Agrees with SQL's `translate` by the same table. */
export function plainName(name: string): string {
  return [...name].map((char) => compared.get(char) ?? char).join('')
}

const order: readonly NameLikeness[] = ['same', 'sounds', 'near', 'other']

/** The closest likeness between any of one person's names and any of the other's: a former name counts like the present one. */
export function nameLikeness(some: readonly string[], others: readonly string[]): NameLikeness {
  const found = new Set(some.flatMap((a) => others.map((b) => likenessOf(plainName(a), plainName(b)))))
  return order.find((likeness) => found.has(likeness)) ?? 'other'
}

function likenessOf(a: string, b: string): NameLikeness {
  if (!a || !b) return 'other'
  if (a === b) return 'same'
  const [one, two] = [[...a], [...b]]
  if (one.length !== two.length) return 'other'
  const differing = one.flatMap((char, at) => (char === two[at] ? [] : [at]))
  if (differing.length > 2) return 'other'
  if (syllables(a) === syllables(b)) return 'sounds'
  return one.length >= 3 && differing.length === 1 && differing[0] !== 0 ? 'near' : 'other'
}

function syllables(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).join(' ')
}
