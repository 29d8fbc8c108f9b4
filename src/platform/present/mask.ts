import type { MaskKind } from '../contract.ts'

/** What is left of a value for a reader who may not see it whole: enough to tell two people apart, not enough to use. */
export function mask(kind: MaskKind, value: string): string | null {
  const chars = [...value]
  switch (kind) {
    case 'id':
      return chars.length >= 15 ? covered(chars, 6, 2) : '*'.repeat(chars.length)
    case 'phone':
      return phone(chars)
    case 'name':
      return chars.length > 1 ? covered(chars, 1, 0) : '*'
    case 'address':
      // A third at most: a short address says only house and door, and those are what is to be kept.
      return `${chars.slice(0, Math.min(6, Math.floor(chars.length / 3))).join('')}…`
    case 'date':
      return value.slice(0, 4)
    case 'hide':
      return null
  }
}

/** A mobile number keeps its first three digits; of a short landline they would be half the number. */
function phone(chars: string[]): string {
  if (chars.length >= 11) return `${chars.slice(0, 3).join('')}****${chars.slice(-2).join('')}`
  return covered(chars, 0, chars.length >= 7 ? 2 : 0)
}

function covered(chars: string[], first: number, last: number): string {
  const end = chars.length - last
  return `${chars.slice(0, first).join('')}${'*'.repeat(end - first)}${chars.slice(end).join('')}`
}
