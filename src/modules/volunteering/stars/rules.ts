/** 100, 300, 600, 1000 and 1500 hours make one to five stars: 民政部 志愿服务记录办法（民函〔2012〕340号）第二十条; a county may set its own. */
export const USUAL_HOURS = [100, 300, 600, 1000, 1500] as const
/** 公示不少于 5 个工作日. */
export const PUBLIC_DAYS = 5

/** How many stars so many minutes make. */
export function levelOf(minutes: number, hours: readonly number[] = USUAL_HOURS): number {
  return hours.filter((least) => minutes >= least * 60).length
}

/** Minutes until the next star; null where there is none above. */
export function minutesToNext(minutes: number, hours: readonly number[] = USUAL_HOURS): number | null {
  const next = hours[levelOf(minutes, hours)]
  return next === undefined ? null : next * 60 - minutes
}

const DAY_MS = 86_400_000

/** The last of so many working days after a day. `shifted` says of each day that differs from its weekday whether the office works. */
export function workingDayAfter(day: string, count: number, shifted: ReadonlyMap<string, boolean>): string {
  let left = count
  let at = Date.parse(day)
  while (left > 0) {
    at += DAY_MS
    if (isWorking(at, shifted)) left--
  }
  return new Date(at).toISOString().slice(0, 10)
}

function isWorking(at: number, shifted: ReadonlyMap<string, boolean>): boolean {
  const date = new Date(at)
  const weekday = date.getUTCDay()
  return shifted.get(date.toISOString().slice(0, 10)) ?? (weekday !== 0 && weekday !== 6)
}
