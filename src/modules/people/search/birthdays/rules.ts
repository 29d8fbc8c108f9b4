const DAYS = 14
const FIRST_AGE = 60
const LAST_AGE = 105
const STEP = 5
const DAY_MS = 86_400_000

export type RoundBirthday = { age: number; from: string; to: string }

/** For each age that is told, the days of birth of those who reach it from today on, within fourteen days. */
export function roundBirthdays(today: string): RoundBirthday[] {
  const last = new Date(Date.parse(today) + (DAYS - 1) * DAY_MS).toISOString().slice(0, 10)
  const ages = Array.from({ length: (LAST_AGE - FIRST_AGE) / STEP + 1 }, (_age, index) => FIRST_AGE + index * STEP)
  return ages.map((age) => ({ age, from: yearsBefore(today, age), to: yearsBefore(last, age) }))
}

function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
}
