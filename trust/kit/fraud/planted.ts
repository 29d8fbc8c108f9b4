import type { FindingKind } from '#modules/volunteering/bank/anomalies/finding/index.ts'
import type { Chance } from '../../../src/commands/demo/chance.ts'
import {
  addService,
  at,
  type Death,
  officeDayOf,
  type Partner,
  serving,
  taking,
  type World,
  type Year,
} from './world.ts'

/** One deed: what it should be found as, about whom, and the records it consists of. */
export type Deed = { kind: FindingKind; subjects: string[]; records: string[]; strength: number }
type Stage = {
  year: Year
  world: World
  chance: Chance
  busy: Map<string, [number, number][]>
  deaths: readonly Death[]
  /** How far beyond the limit it goes; a little below one for those that hide just under it. */
  strength: number
  /** The day it begins on, and which of the people and partners it is about. */
  day: number
  turn: number
}
type Plot = (stage: Stage) => Omit<Deed, 'kind' | 'strength'>

const many = ({ strength }: Stage, limit: number) => Math.max(1, Math.round(limit * strength))
const shopOf = ({ world, turn }: Stage): Partner => {
  const shops = world.partners.filter(({ kind }) => kind === 'shop' || kind === 'service')
  return shops[turn % shops.length] ?? { id: '', kind: 'shop', opensOn: 0, counter: '' }
}
/** Fraudsters are people with an ordinary life besides. */
const personOf = ({ world, turn }: Stage, n = 0) => world.people[(30 + turn * 7 + n) % 190] ?? ''
const clerkOf = ({ world, turn }: Stage, n = 0) => world.clerks[(turn + n) % world.clerks.length] ?? ''

type Take = Parameters<typeof taking>[0]
function take({ year }: Stage, count: number, one: (n: number) => Take): string[] {
  const rows = Array.from({ length: count }, (_, n) => taking(one(n)))
  year.redemptions.push(...rows)
  return rows.map(({ id }) => id)
}
function serve({ year, busy }: Stage, count: number, one: (n: number) => ReturnType<typeof serving>): string[] {
  return Array.from({ length: count }, (_, n) => one(n)).flatMap((row) => (addService(year, busy, row) ? [row.id] : []))
}

const PLOTS: Readonly<Record<FindingKind, Plot>> = {
  person_day: (s) => {
    const [person, partner] = [personOf(s), shopOf(s)]
    return {
      subjects: [person],
      records: take(s, many(s, 6), (n) => ({ person, partner, points: 3, at: at(s.day, 9 + n), wait: 60 })),
    }
  },
  same_partner: (s) => {
    const [person, partner] = [personOf(s), shopOf(s)]
    const count = many(s, 10)
    return {
      subjects: [person],
      records: take(s, count, (n) => ({ person, partner, points: 15, at: at(s.day + (n * 28) / count, 10), wait: 60 })),
    }
  },
  two_places: (s) => {
    const person = personOf(s)
    const partners = s.world.partners.slice(0, 2)
    return {
      subjects: [person],
      records: take(s, 2 * many(s, 2), (n) => ({
        person,
        partner: partners[n % 2] ?? shopOf(s),
        points: 5,
        at: at(s.day + (n >> 1) * 2, 10 + (n % 2) * 0.04),
        wait: 60,
      })),
    }
  },
  drained: (s) => {
    // Somebody who has redeemed nothing for long: their points are spent by another within days.
    const person = s.world.people[262 + s.turn * 3] ?? ''
    return {
      subjects: [person],
      records: take(s, 3, (n) => ({
        person,
        partner: s.world.partners[n % 4] ?? shopOf(s),
        points: many(s, 61),
        at: at(s.day + n * 0.7, 14),
        wait: 45,
      })),
    }
  },
  churn: (s) => {
    const [person, partner] = [personOf(s), shopOf(s)]
    const count = many(s, 10)
    return {
      subjects: [person],
      records: take(s, count, (n) => ({ person, partner, points: 10, at: at(s.day + (n * 6) / count, 8), wait: null })),
    }
  },
  after_death: (s) => {
    const { personId, day } = s.deaths[s.turn % s.deaths.length] ?? { personId: '', day: 0 }
    const partner = shopOf(s)
    const records = take(s, many(s, 1), (n) => ({
      person: personId,
      partner,
      points: 4,
      at: at(day + 2 + n * 3, 11),
      wait: 90,
    }))
    for (const one of s.year.redemptions) if (records.includes(one.id)) one.diedOn = officeDayOf(day)
    return { subjects: [personId], records }
  },
  many_wallets: (s) => {
    const by = s.world.families[s.world.families.length - 1 - s.turn] ?? ''
    const partner = shopOf(s)
    const count = many(s, 5)
    return {
      subjects: [by],
      records: take(s, count, (n) => ({
        person: personOf(s, n * 3),
        partner,
        points: 12,
        at: at(s.day + n * 1.5, 16),
        wait: 60,
        onBehalf: 'family',
        by,
      })),
    }
  },
  clerk_spree: (s) => {
    const [by, partner] = [clerkOf(s), shopOf(s)]
    return {
      subjects: [by],
      records: take(s, many(s, 8), (n) => ({
        person: personOf(s, n * 2),
        partner,
        points: 10 + n,
        at: at(s.day, 14 + n * 0.3),
        wait: 200,
        onBehalf: 'clerk',
        by,
      })),
    }
  },
  one_hand: (s) => {
    const [by, partner] = [clerkOf(s, 3), shopOf(s)]
    return {
      subjects: [partner.id],
      records: take(s, many(s, 1), (n) => ({
        person: personOf(s, n),
        partner,
        points: 10,
        at: at(s.day + n, 15),
        wait: 100,
        onBehalf: 'clerk',
        by,
        handedBy: by,
      })),
    }
  },
  shop_rush: (s) => {
    const partner = shopOf(s)
    const count = many(s, 12)
    return {
      subjects: [partner.id],
      records: take(s, count, (n) => ({
        person: personOf(s, n),
        partner,
        points: 5 + (n % 9),
        at: at(s.day, 13 + (n * 0.9) / count),
        wait: 30,
      })),
    }
  },
  shop_surge: (s) => {
    const partner = shopOf(s)
    const count = many(s, 90)
    return {
      subjects: [partner.id],
      records: take(s, count, (n) => ({
        person: personOf(s, n),
        partner,
        points: 5 + (n % 30),
        at: at(s.day + (n * 19) / count, 9 + (n % 9)),
        wait: 40 + (n % 50),
      })),
    }
  },
  same_amounts: (s) => {
    const partner = shopOf(s)
    const count = many(s, 15)
    return {
      subjects: [partner.id],
      records: take(s, count, (n) => ({
        person: personOf(s, n),
        partner,
        points: 10,
        at: at(s.day, 8 + (n * 10) / count),
        wait: 50,
      })),
    }
  },
  instant: (s) => {
    const partner = shopOf(s)
    return {
      subjects: [partner.id],
      records: take(s, many(s, 5), (n) => ({
        person: personOf(s, n),
        partner,
        points: 8,
        at: at(s.day + n * 3, 10),
        wait: s.chance.int(3, 12),
      })),
    }
  },
  night: (s) => {
    const partner = shopOf(s)
    return {
      subjects: [partner.id],
      records: take(s, many(s, 3), (n) => ({
        person: personOf(s, n),
        partner,
        points: 8,
        at: at(s.day + n * 5, 23.2),
        wait: 60,
      })),
    }
  },
  hours: (s) => {
    const person = s.world.people[141 + s.turn * 3] ?? ''
    const minutes = Math.min(415, many(s, 300))
    return { subjects: [person], records: serve(s, 26, (n) => serving(person, at(s.day + n, 14.5), minutes)) }
  },
  long_days: (s) => {
    const person = s.world.people[142 + s.turn * 3] ?? ''
    return {
      subjects: [person],
      records: serve(s, Math.min(14, many(s, 10)), (n) => serving(person, at(s.day + n, 14.2), 455)),
    }
  },
  late_entries: (s) => {
    const person = s.world.people[151 + s.turn * 3] ?? ''
    const count = many(s, 4)
    return {
      subjects: [person],
      records: serve(s, count, (n) =>
        serving(person, at(s.day + (n * 25) / count, 17), 120, {
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
        serving(s.world.people[170 + ((s.turn * 11 + n * 3) % 80)] ?? '', at(s.day + (n * 27) / count, 17.5), 90, {
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
      records: serve(s, 12, (n) => serving(person, at(s.day + n * 2, 14.5), Math.min(440, many(s, 200)), { wordOf })),
    }
  },
  funnel: (s) => {
    const taker = s.world.people[291 + s.turn] ?? ''
    const count = many(s, 3)
    const gifts = Array.from({ length: count }, (_, n) => ({
      ...{ id: crypto.randomUUID(), personId: personOf(s, n), takerId: taker, points: 30 },
      at: at(s.day + n * 4, 12),
    }))
    s.year.gifts.push(...gifts)
    return { subjects: [taker], records: gifts.map(({ id }) => id) }
  },
}

/** How far a deed of each kind goes beyond its limit: far, somewhat, and so near to it that honest people come as near. */
const STRENGTHS: readonly ((chance: Chance) => number)[] = [
  (chance) => 2 + chance.next(),
  (chance) => 1.3 + chance.next() * 0.4,
  (chance) => 0.94 + chance.next() * 0.22,
]

/** Every kind of fraud thrice, spread over the year among what is honest. */
export function plant(stage: Omit<Stage, 'strength' | 'day' | 'turn'>): Deed[] {
  const { chance } = stage
  return Object.entries(PLOTS).flatMap(([kind, plot], at_) =>
    STRENGTHS.map((strengthOf, n) => {
      const strength = strengthOf(chance)
      const day = 45 + ((at_ * 17 + n * 101) % 280)
      const deed = plot({ ...stage, strength, day, turn: n + (at_ % 4) })
      return { kind: kind as FindingKind, strength, ...deed } // a key of PLOTS
    }),
  )
}
