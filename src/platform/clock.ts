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
  const minute = Math.floor(at.getTime() / 60_000)
  if (minute !== last.minute) last = { minute, day: shanghai.format(at) }
  return last.day
}

// A list asks for the same day once a row, and formatting costs as much as the row; a day ends with a minute.
let last = { minute: Number.NaN, day: '' }

const shanghaiTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })

/** The minute (HH:MM) at which an instant falls in the office. */
export function officeTime(at: Date): string {
  return shanghaiTime.format(at)
}
