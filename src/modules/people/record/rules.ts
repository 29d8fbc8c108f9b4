import { kindCodes, lixiuPeriod } from '../codes/index.ts'
import type { FieldValues } from '../fields/index.ts'
import { ageOn, boundsOf } from '../partial-date.ts'

export type Flag = { code: string; zh: string; en: string }

const LAST_LIXIU_DAY = '1949-09-30'

/** Contradictions within a record. They are shown beside it and never stop it from being kept. */
export function contradictions(
  values: FieldValues,
  id: { birthOn: string | undefined; gender: string | undefined },
): Flag[] {
  const flags: Flag[] = []
  const text = (key: string) => (typeof values[key] === 'string' ? values[key] : undefined)
  const birth = text('birthOn')
  if (id.birthOn && birth && !birth.endsWith('~') && !id.birthOn.startsWith(birth))
    flags.push({
      code: 'ID_BIRTH_MISMATCH',
      zh: '身份证号中的出生日期与登记的不一致，待遇以档案为准',
      en: 'The identity number tells another date of birth; the archive decides',
    })
  if (id.gender && text('gender') && id.gender !== text('gender'))
    flags.push({
      code: 'ID_GENDER_MISMATCH',
      zh: '身份证号中的性别与登记的不一致',
      en: 'The identity number tells another sex',
    })
  const joined = text('revolutionJoinedOn') ?? text('workStartedOn')
  if (values.kind === 'lixiu' && joined && joined.slice(0, LAST_LIXIU_DAY.length) > LAST_LIXIU_DAY)
    flags.push({
      code: 'KIND_DATE_CONFLICT',
      zh: '离休干部参加革命工作时间应不晚于1949年9月30日（国发〔1982〕62号）',
      en: 'A lixiu cadre joined by 30 September 1949 (State Council 1982 no. 62)',
    })
  const [started, retired] = [text('workStartedOn'), text('retiredOn')]
  if (started && retired && retired.slice(0, 4) < started.slice(0, 4))
    flags.push({ code: 'DATE_ORDER', zh: '离退休时间早于参加工作时间', en: 'Retired before starting work' })
  return flags
}

export type LifeFault = 'birth_to_come' | 'death_to_come' | 'death_before_birth'

/** What nobody's life can be, however little of its dates is known; unlike a contradiction it is not kept. */
export function faultOfLife(life: { birthOn: unknown; diedOn: unknown }, today: string): LifeFault | null {
  const [birth, death] = [life.birthOn, life.diedOn].map((day) =>
    typeof day === 'string' && day ? boundsOf(day) : null,
  )
  if (birth && birth.from > today) return 'birth_to_come'
  if (death && death.from > today) return 'death_to_come'
  return birth && death && death.to < birth.from ? 'death_before_birth' : null
}

/** Full years on a day; a year alone counts as its first day, an "about" as its last, as the list filters (textBounds): the age shown is the age found. */
export function ageOf(birthOn: string | null, day: string): number | null {
  if (!birthOn) return null
  const birth = birthOn.endsWith('~') ? `${birthOn.slice(0, 4)}-12-31` : birthOn
  return Math.max(0, ageOn(birth, day).max)
}

/** The code of the period in which a lixiu cadre joined, where the date tells it (国发〔1982〕62号). */
export function periodOf(values: FieldValues): string | null {
  const joined = values.revolutionJoinedOn ?? values.workStartedOn
  if (values.kind !== kindCodes.codes[0] || typeof joined !== 'string') return null
  const answer = lixiuPeriod(joined)
  return answer.result === 'known' ? answer.code : null
}
