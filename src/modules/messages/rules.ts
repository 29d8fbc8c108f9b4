import { type Kind, kinds } from './templates/shipped/index.ts'

export type Quiet = { from: string; to: string }

/** 免打扰: from nine in the evening to eight in the morning, unless the county says otherwise. */
export const QUIET: Quiet = { from: '21:00', to: '08:00' }

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const SHANGHAI_MS = 8 * 3_600_000

/** When something may be sent: now, or when the quiet hours of Asia/Shanghai end. */
export function dueAt(now: Date, { from, to }: Quiet): Date {
  const local = now.getTime() + SHANGHAI_MS
  const midnight = Math.floor(local / DAY_MS) * DAY_MS
  const minute = Math.floor((local - midnight) / MINUTE_MS)
  const [begins, ends] = [minuteOf(from), minuteOf(to)]
  if (!isBetween(minute, begins, ends)) return now
  const day = minute >= ends ? midnight + DAY_MS : midnight
  return new Date(day + ends * MINUTE_MS - SHANGHAI_MS)
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

function isBetween(minute: number, begins: number, ends: number): boolean {
  if (begins === ends) return false
  return begins < ends ? minute >= begins && minute < ends : minute >= begins || minute < ends
}

export type Way = 'own' | 'family' | 'paper'
export type Why = 'no_phone' | 'by_choice' | 'no_gateway' | 'failed' | 'declined' | 'not_living' | 'erased' | 'too_late'
export type Fate = { way: 'sms' | 'paper'; status: 'waiting' | 'to_print' | 'withheld'; why: Why | null }

export type Hearer = {
  isLiving: boolean
  isErased: boolean
  way: Way
  declined: readonly string[]
  hasPhone: boolean
}

/**
 * What becomes of a message to somebody: nobody writes to the dead or to whom the office has forgotten; what somebody declined does not
 * reach them, but for what law and security ask for; without a telephone or a gateway it is brought on paper.
 */
export function fateOf(hearer: Hearer, { kind, hasGateway }: { kind: Kind; hasGateway: boolean }): Fate {
  const withheld = (why: Why): Fate => ({ way: 'paper', status: 'withheld', why })
  const toPrint = (why: Why): Fate => ({ way: 'paper', status: 'to_print', why })
  if (hearer.isErased) return withheld('erased')
  if (!hearer.isLiving) return withheld('not_living')
  if (kinds[kind].mayDecline && hearer.declined.includes(kind)) return withheld('declined')
  if (hearer.way === 'paper') return toPrint('by_choice')
  if (!hearer.hasPhone) return toPrint('no_phone')
  if (!hasGateway) return toPrint('no_gateway')
  return { way: 'sms', status: 'waiting', why: null }
}

const MOST_TRIES = 5

/** When a message whose gateway did not answer is tried again; null once it is brought on paper instead. */
export function nextTry(now: Date, tries: number, quiet: Quiet): Date | null {
  if (tries >= MOST_TRIES) return null
  return dueAt(new Date(now.getTime() + 2 ** tries * MINUTE_MS), quiet)
}

/** A one-time code that could not leave at once is worth nothing. */
export const CODE_MINUTES = 5

/** How many text messages are paid for: 70 characters are one, longer ones are cut in pieces of 67. */
export function partsOf(text: string): number {
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67)
}

const MOBILE = /^1\d{10}$/
const FAMILY: ReadonlySet<string> = new Set(['配偶', '子', '女', '子女', '孙辈'])

export type Phone = { label: string; number: string }

/** The telephone that is written to: the own mobile, or the family's where that was asked for. */
export function phoneFor(way: Way, phones: readonly Phone[]): string | null {
  const mobiles = phones
    .map(({ label, number }) => ({ label, number: number.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '') }))
    .filter(({ number }) => MOBILE.test(number))
  const fits = ({ label }: Phone) => (way === 'family' ? FAMILY.has(label) : label === '本人')
  return mobiles.find(fits)?.number ?? null
}
