/** The month so many months before that of a day; negative: after it. */
export function monthBefore(day: string, ago: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - ago, 1)).toISOString().slice(0, 7)
}
