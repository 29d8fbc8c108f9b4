import type { FindingKind } from '#modules/volunteering/bank/anomalies/finding/index.ts'
import { clerkOf, many, type Plot, personOf, serve, shopOf } from './stage.ts'
import { at, serving } from './world.ts'

/** Frauds with hours of service, and with gifts of what they earned. */
export const SERVICE_PLOTS = {
  hours: (s) => {
    const person = s.world.people[141 + s.turn * 3] ?? ''
    const minutes = Math.min(415, many(s, 300))
    return { subjects: [person], records: serve(s, 26, (n) => serving({ person, from: at(s.day + n, 14.5), minutes })) }
  },
  long_days: (s) => {
    const person = s.world.people[142 + s.turn * 3] ?? ''
    return {
      subjects: [person],
      records: serve(s, Math.min(14, many(s, 10)), (n) => serving({ person, from: at(s.day + n, 14.2), minutes: 455 })),
    }
  },
  late_entries: (s) => {
    const person = s.world.people[151 + s.turn * 3] ?? ''
    const count = many(s, 4)
    return {
      subjects: [person],
      records: serve(s, count, (n) =>
        serving({
          person,
          from: at(s.day + (n * 25) / count, 17),
          minutes: 120,
          lateBy: clerkOf(s, n),
          approvedBy: clerkOf(s, n + 1),
        }),
      ),
    }
  },
  late_pair: (s) => {
    const [lateBy, approvedBy] = [clerkOf(s), clerkOf(s, 4)]
    const count = many(s, 11)
    return {
      subjects: [lateBy],
      records: serve(s, count, (n) =>
        serving({
          person: s.world.people[170 + ((s.turn * 11 + n * 3) % 80)] ?? '',
          from: at(s.day + (n * 27) / count, 17.5),
          minutes: 90,
          lateBy,
          approvedBy,
        }),
      ),
    }
  },
  one_word: (s) => {
    const [person, wordOf] = [s.world.people[152 + s.turn * 3] ?? '', clerkOf(s)]
    return {
      subjects: [wordOf],
      records: serve(s, 12, (n) =>
        serving({ person, from: at(s.day + n * 2, 14.5), minutes: Math.min(440, many(s, 200)), wordOf }),
      ),
    }
  },
  funnel: (s) => {
    const taker = s.world.people[291 + s.turn] ?? ''
    const count = many(s, 3)
    const gifts = Array.from({ length: count }, (_, n) => ({
      id: crypto.randomUUID(),
      personId: personOf(s, n),
      takerId: taker,
      points: 30,
      at: at(s.day + n * 4, 12),
    }))
    s.year.gifts.push(...gifts)
    return { subjects: [taker], records: gifts.map(({ id }) => id) }
  },
  wrong_codes: (s) => {
    const partner = shopOf(s)
    const count = many(s, 10)
    const codes = Array.from({ length: count }, (_, n) => ({
      id: crypto.randomUUID(),
      partnerId: partner.id,
      at: at(s.day, 13 + (n * 0.7) / count),
    }))
    s.year.codes.push(...codes)
    return { subjects: [partner.id], records: codes.map(({ id }) => id) }
  },
} satisfies Partial<Record<FindingKind, Plot>>
