/** 公示不少于 7 天 (民发〔2015〕149号). */
export const PUBLIC_DAYS = 7

export function numberOf(county: number, year: number, serial: number): string {
  return `${county}-${year}-${String(serial).padStart(5, '0')}`
}

/** What was typed, as the number and the code stand on paper: full-width signs, small letters, spaces and other dashes are no mistakes. */
export function plainly(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[—–]/g, '-').replace(/\s/g, '')
}

export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}

export type Standing = 'public' | 'valid' | 'overtaken' | 'revoked'

type Certified = { untilOn: string; revokedOn: string | null; minutes: number; stands: number }

/** How a certificate stands on a day: in its publicity period, valid, overtaken by what was reversed since, or revoked. */
export function standingOn(day: string, { untilOn, revokedOn, minutes, stands }: Certified): Standing {
  if (revokedOn) return 'revoked'
  if (stands < minutes) return 'overtaken'
  return day <= untilOn ? 'public' : 'valid'
}

/** 2 小时 30 分钟 */
export function hoursWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${hours} 小时${rest ? ` ${rest} 分钟` : ''}`
}

/** Under which address a paper is verified: the county's word, else the address of this system as the server was asked under it. */
export function siteToPrint(configured: string | null, observed: string | null): string | undefined {
  const site = configured || observed
  return site && URL.canParse(site) ? new URL(site).origin : undefined
}
