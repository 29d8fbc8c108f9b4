import { useLanguage } from './language.ts'

/** Instants in the office's own time, whatever the clock of the computer says. */
export function useTimes(): { minute: (at: string) => string; day: (at: string) => string } {
  const locale = useLanguage() === 'zh' ? 'zh-CN' : 'en-GB'
  const format = (at: string, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'Asia/Shanghai' }).format(new Date(at))
  return {
    minute: (at) => format(at, { dateStyle: 'medium', timeStyle: 'short' }),
    day: (at) => format(at, { dateStyle: 'medium' }),
  }
}
