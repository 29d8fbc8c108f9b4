import { officeDay } from '#platform/clock.ts'
import { ensure, refusal } from '#platform/refuse.ts'

const notAMoment = refusal('moment.unreadable', 422, (p: { text: string }) => ({
  zh: `看不懂时刻“${p.text}”。请写成北京时间，例如 --at "2026-11-22 14:05" 或 "2026-11-22 14:05:30"。什么也没有改动。`,
  en: `“${p.text}” is not a moment. Write it in the time of Beijing, such as --at "2026-11-22 14:05" or "2026-11-22 14:05:30". Nothing was changed.`,
}))

const WRITTEN = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?$/

/** A moment as the office writes it, by its own clock whatever the machine's zone is. */
export function readMoment(text: string): Date {
  const [, day = '', minute = '', second = ':00'] = WRITTEN.exec(text.trim()) ?? []
  const at = new Date(`${day}T${minute}${second}+08:00`)
  // The 30th of February is taken for the 2nd of March by some.
  ensure(day && !Number.isNaN(at.getTime()) && officeDay(at) === day, () => notAMoment({ text }))
  return at
}

export function writeMoment(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
