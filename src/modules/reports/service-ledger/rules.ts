const DAY_MS = 86_400_000

/** The first and the last day of a month. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = Date.UTC(year, number, 1)
  return { from: `${month}-01`, to: new Date(next - DAY_MS).toISOString().slice(0, 10) }
}

/** A month is closed after its last day. */
export function isOver(month: string, today: string): boolean {
  return today > daysOf(month).to
}

/** 1–59 minutes are no hour: hours are written with one decimal. */
export function hoursOf(minutes: number): string {
  return (minutes / 60).toFixed(1).replace(/\.0$/, '')
}
