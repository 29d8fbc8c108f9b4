import { isCommon } from './frequent.ts'

export type PasswordRule = { leastLength: number; leastKinds: number; remembered: number }

/** What is asked where no county has set anything: at the first set-up, and of passwords that are handed over. */
export const USUAL_RULE: PasswordRule = { leastLength: 10, leastKinds: 3, remembered: 5 }

export type Weakness = 'short' | 'kinds' | 'personal' | 'common' | 'reused'

const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

/** `about`: words anybody knows of the holder. GB/T 22239-2019 8.1.4.1 a asks for composition and change; OWASP ASVS 5.0 6.2.5 and 6.2.10 forbid both, hence two profiles. */
export function weaknessesOf(password: string, about: readonly string[], rule = USUAL_RULE): Weakness[] {
  const found: [Weakness, boolean][] = [
    ['short', [...password.normalize('NFKC')].length < rule.leastLength],
    ['kinds', KINDS.filter((kind) => kind.test(password)).length < rule.leastKinds],
    ['personal', holdsOneOf(password, about)],
    ['common', isCommon(password)],
  ]
  return found.filter(([, applies]) => applies).map(([weakness]) => weakness)
}

const LEAST_LATIN = 4

/** Short Latin words stand in half of all passwords by chance; two Chinese characters do not. */
function holdsOneOf(password: string, words: readonly string[]): boolean {
  const text = flat(password)
  return words.map(flat).some((word) => {
    const isChinese = /\p{Script=Han}/u.test(word)
    return word.length >= (isChinese ? 2 : LEAST_LATIN) && text.includes(word)
  })
}

const flat = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
