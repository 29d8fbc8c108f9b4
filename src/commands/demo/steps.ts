import { type Draft, recordDeath, registerPeople, verifySection } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { bankSteps, openBank } from './bank/index.ts'
import { Chance } from './chance.ts'
import { gatherAll } from './gatherings/index.ts'
import { homesOf, layGround } from './ground/index.ts'
import { foundGroups } from './groups/index.ts'
import { tellCommunities } from './messages/index.ts'
import { deathsOf } from './people/deaths.ts'
import { peopleOf } from './people/index.ts'
import { endUnits, foundLinyi, foundUnits, unitsOf } from './units/index.ts'
import { volunteeringSteps } from './volunteering/index.ts'
import { honourService } from './volunteering/shifts.ts'
import { yearSteps } from './year.ts'

/** One transaction of the building; each leaves a mark of its own, so that a broken-off building goes on where it stopped. */
export type Step = { words: string; run: (ctx: Ctx) => Promise<void> }

const PEOPLE = 3397
const WIDOWS = 4
const DEATHS = 12
const BATCH = 400
const SEED = 1949

export function stepsOf(day: string): Step[] {
  let drawn: Drawn | undefined
  const everybody = async (ctx: Ctx) => {
    drawn ??= draw(peopleOf({ day, units: await unitsOf(ctx), homes: await homesOf(ctx) }))
    return drawn
  }
  const batches = Array.from({ length: Math.ceil((PEOPLE - WIDOWS) / BATCH) }, (_, at) => ({
    words: `登记人员 registering people ${Math.min(PEOPLE, (at + 1) * BATCH)}/${PEOPLE}`,
    run: async (ctx: Ctx) => {
      const { living } = await everybody(ctx)
      await registerPeople(ctx, living.slice(at * BATCH, (at + 1) * BATCH))
    },
  }))
  return [
    { words: '建县 the county, its streets and communities', run: foundLinyi },
    { words: '设立单位 units and their former names', run: foundUnits },
    { words: '网格、楼栋、场所 grids, buildings, sites', run: layGround },
    ...batches,
    { words: '离世与遗属 the dead and their survivors', run: async (ctx) => remember(ctx, await everybody(ctx), day) },
    { words: '走访核实 visits that checked the homes of 离休', run: verifyHomes },
    { words: '单位合并、撤销 units that ended, with their people', run: endUnits },
    { words: '一年的活动 a year of gatherings', run: gatherAll },
    { words: '兴趣小组和协会 interest groups and associations', run: foundGroups },
    { words: '通知 notices', run: tellCommunities },
    ...volunteeringSteps,
    { words: '银行规则与合作商户 rules of the bank, partners and what they offer', run: openBank },
    ...yearSteps,
    { words: '星级与证明 stars and certificates', run: honourService },
    ...bankSteps,
  ]
}

/** The eldest are visited first: their homes were checked, everybody else's are still to be. */
async function verifyHomes(ctx: Ctx): Promise<void> {
  const people = ctx.db.selectFrom('person_published').select('id').where('county', '=', ctx.actor.county)
  const eldest = await people.where('kind', '=', 'lixiu').where('status', '=', 'living').orderBy('id').execute()
  for (const { id } of eldest) await verifySection(ctx, { id: id ?? '', section: 'home', source: '走访' })
}

type Drawn = { living: Draft[]; widows: Draft[] }

/** A few widows are written down together with those they lost. */
function draw(people: readonly Draft[]): Drawn {
  const isWidow = ({ values, family }: Draft) =>
    values.marital === '30' &&
    values.kind === 'tuixiu' &&
    values.idNumber &&
    family?.some(({ relation }) => relation === '1')
  const widows = people.filter(isWidow).slice(0, WIDOWS)
  return { living: people.filter((one) => !widows.includes(one)), widows }
}

async function remember(ctx: Ctx, { living, widows }: Drawn, day: string): Promise<void> {
  const ids = await registerPeople(ctx, widows)
  const chance = new Chance(SEED)
  const models = living.filter(({ values }) => String(values.birthOn) < '1945' && values.idNumber).slice(0, DEATHS)
  const deaths = deathsOf(chance, { models, widows, day })
  const drafts = deaths.map(({ draft, widow }) => ({
    ...draft,
    family: draft.family?.map((member) => ({
      ...member,
      linkedPersonId: widow === undefined ? null : (ids[widow] ?? null),
    })),
  }))
  const dead = await registerPeople(ctx, drafts)
  for (const [at, id] of dead.entries()) await recordDeath(ctx, { id, values: deaths[at]?.values ?? {} })
}
