import { useLanguage } from './language.ts'

type Times = {
  minute: (at: string) => string
  day: (at: string) => string
  /** A month kept as 2026-03. */
  month: (month: string) => string
}

/** Instants in the office's own time, whatever the clock of the computer says. */
export function useTimes(): Times {
  const isChinese = useLanguage() === 'zh'
  const format = (at: string, parts: Intl.DateTimeFormatOptions, locale = isChinese ? 'zh-CN' : 'en-GB') =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'Asia/Shanghai' }).format(new Date(at))
  return {
    // The Swedish way of writing an instant is the one of our tables: 2026-01-31 09:05.
    minute: (at) =>
      format(at, { dateStyle: isChinese ? 'short' : 'medium', timeStyle: 'short' }, isChinese ? 'sv-SE' : 'en-GB'),
    day: (at) => format(at, { dateStyle: 'medium' }),
    month: (month) => format(`${month}-15T00:00:00Z`, { year: 'numeric', month: 'long' }),
  }
}
