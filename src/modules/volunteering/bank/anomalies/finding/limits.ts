const HOUR = 60

/** What is measured, with the numbers that make it too many or too fast until a county says otherwise. */
export const SHIPPED = {
  person_day: { count: 6 },
  same_partner: { points: 150, count: 4, days: 30 },
  two_places: { minutes: 5, count: 2, days: 30 },
  drained: { points: 180, days: 3, quietDays: 90 },
  churn: { count: 10, days: 7 },
  after_death: { count: 1 },
  many_wallets: { people: 5, days: 30 },
  clerk_spree: { people: 8, times: 3 },
  one_hand: { count: 1 },
  wrong_codes: { count: 8, minutes: HOUR },
  shop_rush: { count: 12, minutes: HOUR, times: 3 },
  shop_surge: { count: 60, days: 20, times: 3 },
  same_amounts: { count: 15, times: 3 },
  instant: { count: 5, seconds: 15, days: 30 },
  night: { count: 3, fromHour: 22, toHour: 6, days: 30 },
  hours: { minutes: 120 * HOUR, days: 30 },
  long_days: { count: 10, minutes: 7 * HOUR, days: 14 },
  late_entries: { count: 4, days: 30 },
  late_pair: { count: 10, days: 30 },
  one_word: { minutes: 40 * HOUR, days: 30 },
  funnel: { people: 3, days: 30 },
} as const satisfies Record<string, Partial<Record<string, number>>>

export type FindingKind = keyof typeof SHIPPED
type NameOf<K> = K extends FindingKind ? keyof (typeof SHIPPED)[K] : never
export type NumberName = NameOf<FindingKind>
export type Numbers = Readonly<Partial<Record<NumberName, number>>>
export type Limits = Readonly<Record<FindingKind, { isOn: boolean; numbers: Numbers }>>

export const FINDING_KINDS = Object.keys(SHIPPED) as FindingKind[] // the keys of a closed record
export const NUMBER_NAMES = [...new Set(FINDING_KINDS.flatMap((kind) => Object.keys(SHIPPED[kind])))] as NumberName[] // the keys of the same record

const usualOf = (kind: FindingKind) => ({ isOn: true, numbers: SHIPPED[kind] })
export const USUAL_LIMITS = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, usualOf(kind)])) as unknown as Limits // every kind is a key of what it is made from

/** Whose limits they are: every kind, and of each kind the numbers it is measured by; what is missing has its shipped number. */
export function completed(set: Partial<Record<FindingKind, { isOn: boolean; numbers: Numbers }>>): Limits {
  const one = (kind: FindingKind) => {
    const shipped: Numbers = SHIPPED[kind]
    const own = Object.keys(shipped).map((name) => [name, set[kind]?.numbers[name as NumberName]] as const) // a key of SHIPPED
    const numbers = { ...shipped, ...Object.fromEntries(own.filter(([, value]) => value !== undefined)) }
    return [kind, { isOn: set[kind]?.isOn ?? true, numbers }] as const
  }
  return Object.fromEntries(FINDING_KINDS.map(one)) as unknown as Limits // every kind, as above
}
