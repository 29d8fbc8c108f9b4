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
