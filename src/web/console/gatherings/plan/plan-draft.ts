import { clockOf, dayOf, instantOf } from '../calendar/days.ts'
import type { GatheringRecord } from '../queries.ts'

type Resource = GatheringRecord['resources'][number]

/** As the form holds it: a day and two clocks, yuan instead of cents. */
export type Typed = {
  kind: GatheringRecord['kind']
  title: string
  placeCode: string
  siteId?: string | null
  address?: string
  day: string
  from: string
  until: string
  intensity?: GatheringRecord['intensity'] | null
  signUp: GatheringRecord['signUp']
  capacity?: string
  untilDay?: string
  offerHours?: string
  hosts?: (string | null)[]
  resources?: TypedResource[]
  note?: string
  repeat?: 'once' | 'week' | 'fortnight' | 'month'
  times?: string
}
export type TypedResource = { kind: Resource['kind']; name: string; amount?: string; unitId?: string | null }

const whole = (text: string | undefined): number | null => (text && Number(text) > 0 ? Math.round(Number(text)) : null)

/** What the form says, as the door takes it. */
export function factsOf(typed: Typed) {
  const resources = (typed.resources ?? []).map(({ kind, name, amount, unitId }) => ({
    kind,
    name,
    count: kind === 'funds' ? null : whole(amount),
    cents: kind === 'funds' ? Math.round(Number(amount ?? 0) * 100) : null,
    unitId: unitId ?? null,
  }))
  return {
    kind: typed.kind,
    title: typed.title,
    placeCode: typed.placeCode,
    siteId: typed.siteId ?? null,
    address: typed.address || null,
    startsAt: instantOf(typed.day, typed.from),
    endsAt: instantOf(typed.day, typed.until),
    ...(typed.intensity ? { intensity: typed.intensity } : {}),
    signUp: typed.signUp,
    capacity: whole(typed.capacity),
    signUpUntil: typed.untilDay ? instantOf(typed.untilDay, typed.untilDay === typed.day ? typed.from : '18:00') : null,
    offerHours: whole(typed.offerHours) ?? 24,
    hosts: (typed.hosts ?? []).filter((id) => id !== null && id !== undefined),
    resources,
    note: typed.note || null,
  }
}

export function repeatOf({ repeat = 'once', times }: Typed) {
  return repeat === 'once' ? null : { every: repeat, times: whole(times) ?? 2 }
}

/** What stands there, as the form holds it. */
export function typedOf(record: GatheringRecord): Typed {
  return {
    kind: record.kind,
    title: record.title,
    placeCode: record.placeCode,
    siteId: record.siteId,
    address: record.address ?? '',
    day: dayOf(record.startsAt),
    from: clockOf(record.startsAt),
    until: clockOf(record.endsAt),
    intensity: record.intensity,
    signUp: record.signUp,
    capacity: record.capacity === null ? '' : String(record.capacity),
    ...(record.signUpUntil ? { untilDay: dayOf(record.signUpUntil) } : {}),
    offerHours: String(record.offerHours),
    hosts: record.hosts.map(({ id }) => id),
    resources: record.resources.map(({ kind, name, count, cents, unitId }) => ({
      kind,
      name,
      amount: String(kind === 'funds' ? (cents ?? 0) / 100 : (count ?? '')),
      unitId,
    })),
    note: record.note ?? '',
  }
}
