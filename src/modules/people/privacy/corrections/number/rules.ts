import { checkIdNumber, idBirth, idGender } from '../../../codes/index.ts'

/** Which stretches of a number change: the region's six digits, the day of birth, the order with the check character. */
export const numberParts = ['region', 'birth', 'order'] as const
export type NumberPart = (typeof numberParts)[number]
const SPANS: Record<NumberPart, [from: number, to: number]> = { region: [0, 6], birth: [6, 14], order: [14, 18] }

type Asked = { wanted: string; now: string | null; birthOn: string | null; gender: string | null }
export type NumberFacts = {
  checksOut: boolean
  /** Null where the record or the number says nothing of it. */
  birthFits: boolean | null
  genderFits: boolean | null
  /** Null where no number stands on the record. */
  changes: NumberPart[] | null
}

/** What whoever decides has to know of two numbers that both are masked: how they fit the record, never their digits. */
export function numberFacts({ wanted, now, birthOn, gender }: Asked): NumberFacts {
  const check = checkIdNumber(wanted)
  const [birth, sex] = [idBirth(wanted), idGender(wanted)]
  const whole = (text: string) => {
    const read = checkIdNumber(text)
    return read.result === 'invalid' ? text.trim().toUpperCase() : read.number
  }
  const differs = (part: NumberPart) => {
    const [from, to] = SPANS[part]
    return whole(wanted).slice(from, to) !== whole(now ?? '').slice(from, to)
  }
  return {
    checksOut: check.result !== 'invalid',
    birthFits: birth && birthOn && !birthOn.endsWith('~') ? birth.startsWith(birthOn) : null,
    genderFits: sex && gender ? sex === gender : null,
    changes: now ? numberParts.filter(differs) : null,
  }
}
