export type CalendarLine = {
  id: string
  title: string
  /** Where, in one line. */
  place: string
  startsAt: string
  endsAt: string
  isCancelled: boolean
  /** Waits for a place, or was asked and has not answered. */
  isTentative?: boolean
  /** How often it was changed: a calendar takes in only what is newer. */
  sequence: number
  changedAt: string
}

const FOLD = 75
const utf8 = new TextEncoder()

/** RFC 5545 3.3.11: what would end a value or a line is written out. */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** RFC 5545 3.1: no line is longer than 75 octets; the next begins with a space, and no character is cut in two. */
export function folded(line: string): string {
  const parts: string[] = []
  let [part, length] = ['', 0]
  for (const sign of line) {
    const octets = utf8.encode(sign).length
    if (length + octets > FOLD) {
      parts.push(part)
      part = ' '
      length = 1
    }
    part += sign
    length += octets
  }
  return [...parts, part].join('\r\n')
}

/** An instant as calendars write it: in UTC, to the second. */
export function stamped(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

const stateOf = ({ isCancelled, isTentative }: CalendarLine) =>
  isCancelled ? 'CANCELLED' : isTentative ? 'TENTATIVE' : 'CONFIRMED'

/**
 * RFC 5545. Times are in UTC, so no table of time zones is needed, and the calendar says that it is kept by the office's clock. Of a series each day is
 * an event of its own: one of them is moved or called off alone.
 */
export function calendarText(name: string, lines: readonly CalendarLine[]): string {
  const events = lines.flatMap((line) => [
    'BEGIN:VEVENT',
    `UID:${line.id}@sangyu`,
    `DTSTAMP:${stamped(line.changedAt)}`,
    `SEQUENCE:${line.sequence}`,
    `DTSTART:${stamped(line.startsAt)}`,
    `DTEND:${stamped(line.endsAt)}`,
    `SUMMARY:${escaped(line.title)}`,
    `LOCATION:${escaped(line.place)}`,
    `STATUS:${stateOf(line)}`,
    'END:VEVENT',
  ])
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sangyu//Calendar//ZH', 'X-WR-TIMEZONE:Asia/Shanghai']
  const named = [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H']
  return [...head, ...named, ...events, 'END:VCALENDAR'].map((line) => `${folded(line)}\r\n`).join('')
}
