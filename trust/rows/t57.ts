import { contract as desk } from '#modules/accounts/elder-access/contract.ts'
import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { contract as ownGatherings } from '#modules/gatherings/own/contract.ts'
import { contract as own } from '#modules/volunteering/own/contract.ts'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { earned } from '#test/office/bank.ts'
import { enterWith } from '#test/office/elders.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES } from '#test/office.ts'
import { standing } from '../kit/clumsy/books.ts'
import { JOURNEYS, type Journey, KITCHEN } from '../kit/clumsy/journeys.ts'
import { type Card, stumble } from '../kit/clumsy/person.ts'
import { type ElderHome, elderHome } from '../kit/elders.ts'
import { isLong, type Row } from '../row.ts'

const FIRST = Number(process.env['SANGYU_TRUST_SEED'] ?? Date.now() % 1_000_000)
const SEEDS = Number(process.env['SANGYU_TRUST_SEEDS'] ?? (isLong ? 400 : 100))
/** At their telephones at once, in one browser; each has books of their own, and a daughter. */
const ELDERS = [
  ['孙桂兰', '13905340007'],
  ['李长山', '13905340008'],
  ['马玉芬', '13905340009'],
] as const
const LANES = ELDERS.length
const LEAST_FINISHED = 0.99

type Elder = { personId: string; card: Card }
type Told = { seed: number; journey: string; isFinished: boolean; where: string; left: string[]; missing: string[] }

/** A volunteer with points, a relative and nothing asked for yet. */
async function moveIn({ o, worker }: ElderHome, [name, mobile]: readonly [string, string]): Promise<Elder> {
  const personId = await o.act((ctx) => settle(ctx, { name, place: PLACES.guangchang }))
  await o.as(worker).call(volunteers).registerVolunteer({ personId })
  await o.as(worker).call(desk).giveAuthority({ id: personId, name: '赵丽', relation: '女儿', mobile })
  await earned(o, personId, 40)
  const card = await o.as(worker).call(desk).openAccess({ id: personId })
  return { personId, card }
}

/** Something else beside what is wanted, so that the wrong thing can be pressed; and room for everybody. */
async function lay({ o, worker }: ElderHome): Promise<void> {
  const day = (date: string) => ({ startsAt: `${date}T14:00:00+08:00`, endsAt: `${date}T16:00:00+08:00` })
  const at = { placeCode: PLACES.guangchang }
  const calls = o.as(worker)
  await calls.call(gatherings).planGathering({ ...at, kind: 'activity', title: '象棋赛', ...day('2026-03-13') })
  for (const [title, date] of [
    [KITCHEN, '2026-03-12'],
    ['理发义诊帮手', '2026-03-16'],
  ] as const)
    await calls.call(shifts).publishShift({ ...at, title, task: 'meals', capacity: 30, ...day(date) })
}

/** Ends by the elder’s own doors what a journey left, for the next seed. */
async function tidy({ o }: ElderHome, { personId, card }: Elder): Promise<void> {
  const visitor = await enterWith(o, card)
  const calm = () => undefined
  const [events, turns, needs] = [visitor.call(ownGatherings), visitor.call(own), visitor.call(own)]
  for (const { id } of (await turns.myShifts({ personId })).mine) await turns.giveUpMyTurn({ personId, id }).catch(calm)
  for (const { id } of (await events.myGatherings({ personId })).mine)
    await events.leaveGathering({ personId, id }).catch(calm)
  for (const { id, can } of (await needs.myNeeds({ personId })).items)
    if (can.withdraw) await needs.withdrawMyNeed({ personId, id })
}

async function afternoon(
  home: ElderHome,
  elder: Elder,
  { seed, journey }: { seed: number; journey: Journey },
): Promise<Told> {
  const before = await standing(home.o, elder.personId)
  const session = await enterWith(home.o, elder.card)
  const context = await home.context({ token: session.token(), hasTouch: true })
  try {
    const page = await context.newPage()
    const { isFinished, where } = await stumble(page, { url: home.url, card: elder.card, seed, journey })
    const [after, wanted] = [await standing(home.o, elder.personId), [...before, ...journey.leaves]]
    return {
      seed,
      journey: journey.name,
      isFinished,
      where,
      left: without(after, wanted),
      missing: without(wanted, after),
    }
  } finally {
    await context.close()
    await tidy(home, elder)
  }
}

/** What stands in one list more often than in the other. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others]
  return lines.filter((line) => {
    const at = rest.indexOf(line)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}

async function lane(home: ElderHome, number: number): Promise<Told[]> {
  const told: Told[] = []
  const elder = await moveIn(home, ELDERS[number] ?? ELDERS[0])
  for (let at = number; at < SEEDS; at += LANES) {
    const journey = JOURNEYS[at % JOURNEYS.length]
    if (journey) told.push(await afternoon(home, elder, { seed: FIRST + at, journey }))
  }
  return told
}

export const row: Row = {
  id: 'T57',
  about: {
    zh: '手不稳的人在长者页面上办四件事：双击、点偏、返回、刷新、断网、按错，都能办成，没有收不回的错',
    en: 'people with shaking hands do four things on the elder pages: double taps, taps beside, back, reload, no line, wrong buttons; done in the end, and nothing that cannot be undone',
  },
  threshold: '≥ 99 % finish; 0 irreversible mistakes',
  blocksMerge: false,
  minutes: isLong ? 60 : 20,
  run: async () => {
    const home = await elderHome()
    try {
      await lay(home)
      const told = (await Promise.all(Array.from({ length: LANES }, (_, at) => lane(home, at)))).flat()
      const lost = told.filter(({ isFinished }) => !isFinished)
      const mistaken = told.filter(({ left, missing }) => left.length + missing.length > 0)
      const share = (told.length - lost.length) / told.length
      const line = (one: Told) =>
        `seed ${one.seed} ${one.journey}: ${one.isFinished ? '' : `lost at ${one.where} `}${one.left.map((l) => `left ${l}`).join(', ')}${one.missing.map((l) => ` gone ${l}`).join(', ')}`
      const figures = `${told.length - lost.length} of ${told.length} finished, ${mistaken.length} mistakes, seed ${FIRST}`
      const wrong = [...new Set([...lost, ...mistaken])].map(line)
      return {
        passed: share >= LEAST_FINISHED && mistaken.length === 0,
        value: [figures, ...wrong.slice(0, 8)].join(' | '),
      }
    } finally {
      await home.close()
    }
  },
}
