import type { Chance } from '../../../src/commands/demo/chance.ts'
import {
  addService,
  at,
  DAYS,
  type Death,
  isWeekday,
  officeDayOf,
  type Partner,
  serving,
  taking,
  type World,
  type Year,
} from './world.ts'

type Life = { year: Year; world: World; chance: Chance; busy: Map<string, [number, number][]> }
/** The two weeks before the Spring Festival of 2026, when everybody fetches flour and oil. */
const FESTIVAL = { from: 338, to: 351 }
const isFestive = (day: number) => day >= FESTIVAL.from && day <= FESTIVAL.to

const ofKind = (world: World, kind: string, day: number): Partner[] =>
  world.partners.filter((one) => one.kind === kind && one.opensOn <= day)

/** Who does it for them: mostly themselves, some through family or at the community's desk. */
function hand({ world, chance }: Life, person: number) {
  const family = world.families[person % world.families.length] ?? null
  if (person % 4 === 3 && person < world.families.length * 2) return { onBehalf: 'family' as const, by: family }
  if (chance.happens(0.15)) return { onBehalf: 'clerk' as const, by: chance.pick(world.clerks) }
  return { onBehalf: 'self' as const, by: null }
}

/** Lunch at the canteen on most weekdays; for a few a clerk orders it in the morning and it is brought. */
function lunches(life: Life, from: number, to: number): void {
  const { world, chance, year } = life
  for (let day = 0; day < DAYS; day++) {
    if (!isWeekday(day)) continue
    for (let n = from; n < to; n++) {
      const person = world.people[n] ?? ''
      if (!chance.happens(0.75)) continue
      const partner = ofKind(world, 'canteen', day)[n % 3] ?? ofKind(world, 'canteen', day)[0]
      if (!partner) continue
      const isBrought = n % 5 === 0
      const start = isBrought ? at(day, 9 + chance.next() * 0.5) : at(day, 11 + chance.next() * 1.5)
      const how = isBrought ? { onBehalf: 'clerk' as const, by: world.clerks[n % 2] ?? null } : {}
      const wait = isBrought ? 7200 : chance.int(18, 240)
      year.redemptions.push(taking({ person, partner, points: 4, at: start, wait, ...how }))
    }
  }
}

const PRICES = [3, 8, 10, 10, 12, 12, 16, 18, 36]

/** Once or twice a month into a shop, for one thing or three at once; more before the festival. */
function shopping(life: Life, from: number, to: number): void {
  const { world, chance, year } = life
  for (let n = from; n < to; n++) {
    const person = world.people[n] ?? ''
    for (let day = chance.int(0, 20); day < DAYS; day += isFestive(day) ? chance.int(4, 9) : chance.int(12, 35)) {
      const shops = [...ofKind(world, 'shop', day), ...ofKind(world, 'pharmacy', day)]
      const partner = chance.happens(0.7) ? shops[n % shops.length] : chance.pick(shops)
      if (!partner) continue
      const how = hand(life, n)
      let moment = at(day, 8.5 + chance.next() * 9)
      for (
        let things = chance.weighted([
          [1, 6],
          [2, 3],
          [3, 1],
        ] as const);
        things > 0;
        things--
      ) {
        const wait = chance.happens(0.05) ? null : chance.int(20, 400)
        year.redemptions.push(taking({ person, partner, points: chance.pick(PRICES), at: moment, wait, ...how }))
        moment += chance.int(60, 200) * 1000
      }
    }
  }
}

/** Saves all year for something large; some fetch a second thing two days later. */
function saving(life: Life, from: number, to: number): void {
  const { world, chance, year } = life
  for (let n = from; n < to; n++) {
    const [person = '', day] = [world.people[n], chance.int(60, 350)]
    const partner = chance.pick(ofKind(world, 'pharmacy', day))
    const points = chance.pick([60, 60, 80])
    for (let things = chance.int(1, 2); things > 0; things--)
      year.redemptions.push(taking({ person, partner, points, at: at(day + things, 10), wait: chance.int(30, 300) }))
  }
}

/** A haircut a month, a check of blood sugar a quarter; the hospital now and then late in the evening. */
function services(life: Life, from: number, to: number): void {
  const { world, chance, year } = life
  for (let n = from; n < to; n++) {
    const person = world.people[n] ?? ''
    for (let day = chance.int(0, 30); day < DAYS; day += chance.int(25, 40)) {
      const isHealth = chance.happens(0.25)
      const partner = chance.pick(ofKind(world, isHealth ? 'hospital' : 'service', day))
      const hour = isHealth && chance.happens(0.03) ? 22.5 : 9 + chance.next() * 8
      year.redemptions.push(
        taking({ person, partner, points: isHealth ? 8 : 5, at: at(day, hour), wait: chance.int(20, 900) }),
      )
    }
  }
}

const STYLES = { heavy: { gap: 1.45, hours: 4.4 }, often: { gap: 2.6, hours: 2.5 }, weekly: { gap: 7, hours: 1.5 } }

/** Volunteers: most an hour or two a week, some every other day, a few nearly every weekday. */
function volunteering(life: Life, from: number, to: number): void {
  const { world, chance, year, busy } = life
  for (let n = from; n < to; n++) {
    const person = world.people[n] ?? ''
    const style = n % 20 === 0 ? 'heavy' : n % 4 === 0 ? 'often' : 'weekly'
    const { gap, hours } = STYLES[style]
    const clerk = world.clerks[n % world.clerks.length] ?? null
    for (let day = chance.int(0, 6); day < DAYS; day += gap * (0.6 + chance.next() * 0.8)) {
      const on = Math.floor(day)
      const minutes = Math.min(470, hours * 60 * (0.7 + chance.next() * 0.6))
      const isLate = chance.happens(0.015)
      const other = chance.pick(world.clerks.filter((one) => one !== clerk))
      const late = isLate ? { lateBy: clerk, approvedBy: other } : {}
      const word = !isLate && chance.happens(style === 'heavy' ? 0.2 : 0.5) ? { wordOf: clerk } : {}
      addService(year, busy, serving({ person, from: at(on, 8 + chance.next() * 6), minutes, ...late, ...word }))
    }
  }
}

/** Grandparents to a grandchild of their house, once or twice a year. */
function giving({ world, chance, year }: Life, from: number, to: number): void {
  for (let n = from; n < to; n += 3) {
    const taker = world.people[n] ?? ''
    for (const giver of [world.people[n + 1], world.people[n + 2]].slice(0, chance.int(1, 2)))
      if (giver)
        year.gifts.push({
          id: crypto.randomUUID(),
          personId: giver,
          takerId: taker,
          points: chance.int(5, 60),
          at: at(chance.int(0, 360), 15),
        })
  }
}

/** Until the day they died people lived like the others; from then on there is nothing of them. */
function dying({ world, chance, year }: Life, count: number): Death[] {
  const deaths = chance.some(world.people, count).map((personId) => ({ personId, day: chance.int(40, 340) }))
  for (const { personId, day } of deaths) {
    const end = at(day, 24)
    year.redemptions = year.redemptions.filter((one) => one.personId !== personId || one.at < end - 30 * 3_600_000)
    year.services = year.services.filter((one) => one.personId !== personId || one.at < end - 30 * 3_600_000)
    year.gifts = year.gifts.filter((one) => one.personId !== personId || one.at < end)
    for (const one of [...year.redemptions, ...year.services])
      if (one.personId === personId) one.diedOn = officeDayOf(day)
  }
  return deaths
}

/** A year in which nobody does wrong, in the ways people live: they eat at one place, save, fetch for the house, help a lot. */
export function honestYear(life: Life): Death[] {
  lunches(life, 0, 30)
  shopping(life, 30, 190)
  saving(life, 190, 220)
  services(life, 60, 140)
  volunteering(life, 140, 260)
  giving(life, 260, 290)
  return dying(life, 8)
}
