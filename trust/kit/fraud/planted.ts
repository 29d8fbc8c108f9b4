import type { FindingKind } from '#modules/volunteering/bank/anomalies/finding/index.ts'
import type { Chance } from '../../../src/commands/demo/chance.ts'
import { SERVICE_PLOTS } from './serving-plots.ts'
import { clerkOf, type Deed, many, type Plot, personOf, type Stage, shopOf, take } from './stage.ts'
import { at, officeDayOf } from './world.ts'

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
  ...SERVICE_PLOTS,
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
