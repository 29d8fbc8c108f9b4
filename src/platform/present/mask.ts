import type { MaskKind } from '../contract.ts'

/** What is left of a value for a reader who may not see it whole: enough to tell two people apart, not enough to use. */
export function mask(kind: MaskKind, value: string): string | null {
  const chars = [...value]
  switch (kind) {
    case 'id':
      // Not one character: the birthday stands beside it, and any digit of the rest leaves fewer than 500 numbers (docs/decisions/field-classes.md).
      return value ? REGISTERED : ''
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

const REGISTERED = '********'

/** 138****5678 leaves ten thousand numbers; of a landline, whose first digits the whole county shares, only the last two are shown. */
function phone(chars: string[]): string {
  const digits = chars.filter((char) => /\d/.test(char)).join('')
  const mobile = /^(?:86)?(1\d{10})$/.exec(digits)?.[1]
  if (mobile) return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
  return covered(chars, 0, chars.length >= 7 ? 2 : 0)
}

function covered(chars: string[], first: number, last: number): string {
  const end = chars.length - last
  return `${chars.slice(0, first).join('')}${'*'.repeat(end - first)}${chars.slice(end).join('')}`
}
