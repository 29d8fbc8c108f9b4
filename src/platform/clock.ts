/** The office's day: every date shown or decided is a day in Asia/Shanghai, whatever the machine's zone. */
const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

export type Clock = () => Date

/** The calendar day (YYYY-MM-DD) on which an instant falls in the office. */
export function officeDay(at: Date): string {
  return shanghai.format(at)
}
