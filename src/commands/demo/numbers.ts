import type { Chance } from './chance.ts'

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number by GB 11643 with its right check character. Order numbers from 700 up are hardly ever given out. */
export function idNumber(chance: Chance, { birthOn, gender }: { birthOn: string; gender: string }): string {
  const order = chance.int(350, 499) * 2 + (gender === '1' ? 1 : 0)
  const region = chance.weighted([
    ['371424', 88],
    ['371426', 4],
    ['371423', 4],
    ['371425', 4],
  ])
  return withIdCheck(`${region}${birthOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`)
}

export function withIdCheck(body: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'.charAt(sum % 11)
}

/** The last character changed: looks like a number and is none. */
export function spoiled(number: string): string {
  const last = number.at(-1) === '5' ? '6' : '5'
  return number.slice(0, -1) + last
}

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const CODE_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const REGISTRAR = { organ: '11', institution: '12', enterprise: '91' }

/** A unified social credit code of the county by GB 32100; the organisation code inside has its own check by GB 11714. */
export function creditCode(chance: Chance, nature: keyof typeof REGISTRAR): string {
  const digits = Array.from({ length: 8 }, (_, at) => (at === 0 ? 0 : chance.int(0, 9)))
  const rest = 11 - (CODE_WEIGHTS.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11)
  const body = `${REGISTRAR[nature]}371424${digits.join('')}${rest === 10 ? 'X' : rest % 11}`
  const sum = CREDIT_WEIGHTS.reduce((total, weight, at) => total + weight * CREDIT.indexOf(body.charAt(at)), 0)
  return body + CREDIT.charAt((31 - (sum % 31)) % 31)
}

/** Beginnings that no operator has been given, so that nobody is rung up from a demonstration. */
const UNUSED = ['154', '160', '161', '163', '164', '168', '169']

export function mobile(chance: Chance): string {
  return chance.pick(UNUSED) + String(chance.int(10_000_000, 99_999_999))
}

/** No local number begins with 1; here they all do. */
export function landline(chance: Chance): string {
  return `0534-1${chance.int(100_000, 999_999)}`
}
