import type { Lang } from '#platform/words.ts'

export type Times = {
  minute: (at: string) => string
  day: (at: string) => string
  /** With the day of the week, as it stands over a page. */
  longDay: (at: string) => string
  /** A month kept as 2026-03. */
  month: (month: string) => string
}

/**
 * Instants in the office's own time, whatever the clock of the computer says. Days are written 2026-01-31 in both
 * languages, as the days that come from the records are: a page writes all its days one way, and columns stay narrow.
 */
export function timesOf(lang: Lang): Times {
  const format = (at: string, parts: Intl.DateTimeFormatOptions, locale = lang === 'zh' ? 'zh-CN' : 'en-GB') =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'Asia/Shanghai' }).format(new Date(at))
  return {
    // The Swedish way of writing an instant is the one of our tables: 2026-01-31 09:05.
    minute: (at) => format(at, { dateStyle: 'short', timeStyle: 'short' }, 'sv-SE'),
    day: (at) => format(at, { dateStyle: 'short' }, 'sv-SE'),
    longDay: (at) => format(at, { dateStyle: 'full' }),
    month: (month) => format(`${month}-15T00:00:00Z`, { year: 'numeric', month: 'long' }),
  }
}
