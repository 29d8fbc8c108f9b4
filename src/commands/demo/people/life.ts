import { type Chance, shares } from '../chance.ts'

/** The dates of a life that everything else hangs on; whole days, as the archive has them. */
export type Life = { gender: '1' | '2'; birthOn: string; startedOn: string; retiredOn: string }

const DAY = 86_400_000
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

export function dayBetween(chance: Chance, from: string, to: string): string {
  const [first, last] = [timeOf(from), Math.max(timeOf(from), timeOf(to))]
  return dayOf(first + chance.int(0, Math.round((last - first) / DAY)) * DAY)
}

export function yearsAfter(day: string, years: number): string {
  return dayOf(timeOf(`${Number(day.slice(0, 4)) + years}-${day.slice(5, 7)}-01`) + (Number(day.slice(8)) - 1) * DAY)
}

export function ageOn(birthOn: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (day.slice(5) < birthOn.slice(5) ? 1 : 0)
}

/** Revolutionary work ended being one with the founding of the state: 国发〔1982〕62号. */
const LAST_LIXIU_DAY = '1949-09-30'
const OLDEST_BIRTH = '1923-11-01'
const YOUNGEST_BIRTH = '1934-11-30'

/** 离休 is a closed population, born by 1935: 242, with the mean age of 83.15 that the county counted in June 2013, hence some 96 years today. */
export function lixiuLife(chance: Chance): Life {
  const gender = chance.happens(0.88) ? '1' : '2'
  const span = (timeOf(YOUNGEST_BIRTH) - timeOf(OLDEST_BIRTH)) / DAY
  // The larger of two draws leans to the younger; four in ten are drawn so.
  const share = chance.happens(0.4) ? Math.max(chance.next(), chance.next()) : chance.next()
  const birthOn = dayOf(timeOf(OLDEST_BIRTH) + Math.floor(share * span) * DAY)
  const startedOn = dayBetween(chance, laterOf(yearsAfter(birthOn, 14), '1940-01-01'), LAST_LIXIU_DAY)
  const retiredOn = laterOf(yearsAfter(birthOn, gender === '1' ? 60 : 55), '1982-10-01')
  return { gender, birthOn, startedOn, retiredOn }
}

const laterOf = (one: string, other: string) => (one > other ? one : other)

/** Five-year bands of age today, by weight: mostly the large years of birth between 1950 and 1970. */
const MEN = shares('60 27, 65 25, 70 21, 75 13, 80 8, 85 4.5, 90 1.5')
const WOMEN = shares('55 19, 60 24, 65 21, 70 16, 75 10, 80 6, 85 3, 90 1')
const BAND_YEARS = 5

export function tuixiuLife(chance: Chance, day: string): Life {
  const gender = chance.happens(0.67) ? '1' : '2'
  for (;;) {
    const age = Number(chance.weighted(gender === '1' ? MEN : WOMEN)) + chance.int(0, BAND_YEARS - 1)
    const birthOn = dayBetween(chance, yearsAfter(day, -age - 1), yearsAfter(day, -age))
    const retiredOn = retirementDay(birthOn, gender)
    if (retiredOn > day) continue
    const startedOn = laterOf(dayBetween(chance, yearsAfter(birthOn, 17), yearsAfter(birthOn, 23)), '1950-02-01')
    return { gender, birthOn, startedOn, retiredOn }
  }
}

const DELAYED_FROM = 2025
const MONTHS_A_STEP = 4

/** Men at 60, women cadres at 55; from 2025 a month later for every four months (全国人大常委会 2024-09-13 关于实施渐进式延迟法定退休年龄的决定). */
export function retirementDay(birthOn: string, gender: string): string {
  const year = Number(birthOn.slice(0, 4)) + (gender === '1' ? 60 : 55)
  const month = Number(birthOn.slice(5, 7))
  const since = (year - DELAYED_FROM) * 12 + month - 1
  const months = since < 0 ? 0 : Math.floor(since / MONTHS_A_STEP) + 1
  const at = new Date(Date.UTC(year, month - 1 + months, 1))
  return dayOf(at.getTime())
}
