/** Without I, O, S, V and Z, which look like digits or like each other. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type CreditCodeCheck =
  | { result: 'valid'; code: string }
  | { result: 'invalid'; reason: 'length' | 'character' | 'checksum' }

/** By GB 32100: 18 characters, the last one computed. Spaces around it and small letters are forgiven; whether such a unit is registered is not known here. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = text.trim().toUpperCase()
  if (code.length !== 18) return { result: 'invalid', reason: 'length' }
  const values = Array.from(code, (character) => ALPHABET.indexOf(character))
  if (values.includes(-1)) return { result: 'invalid', reason: 'character' }
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0)
  return values[17] === (31 - (sum % 31)) % 31 ? { result: 'valid', code } : { result: 'invalid', reason: 'checksum' }
}
