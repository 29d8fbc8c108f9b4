import { foundCounty } from '#modules/accounts/index.ts'
import { shaanxiFields } from '#modules/people/index.ts'
import { closeUnit, foundUnit, mergeUnits, renameUnit } from '#modules/units/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Chance } from '../chance.ts'
import { creditCode } from '../numbers.ts'
import type { DemoUnit } from '../people/index.ts'
import { BUREAU, endings, type UnitPlan, unitPlans } from './list.ts'

const SEED = 11
const DIGITS = 19
const URBAN_STREET = '371424001'
export const COUNTY = 371424

/** The tenant itself. What only members have is not asked of everybody, so that a complete record can be complete. */
export async function foundLinyi(ctx: Ctx): Promise<void> {
  await foundCounty(ctx, { county: COUNTY, countyName: '临邑县', bureau: BUREAU })
  const requiredFields = shaanxiFields.filter((key) => key !== 'partyJoinedOn')
  const settings = JSON.stringify({ areaCode: '0534', requiredFields })
  await ctx.db.updateTable('county').set({ settings }).where('county', '=', COUNTY).execute()
}

/** Every unit with its history up to its present name; those that ended are ended only when their people are there to follow. */
export async function foundUnits(ctx: Ctx): Promise<void> {
  const chance = new Chance(SEED)
  for (const [at, plan] of unitPlans.entries()) {
    const { name, short, kind, nature, openedOn, aliases = [], isVertical = false } = plan
    const placeCode = (plan.street ?? URBAN_STREET).padEnd(DIGITS, '0')
    const facts = { kind, nature, level: nature === 'organ' ? '141' : null, openedOn, isVertical, placeCode }
    const code = `U${String(at + 1).padStart(3, '0')}`
    const { id } = await foundUnit(ctx, {
      name,
      short,
      aliases,
      code,
      creditCode: creditCode(chance, nature),
      ...facts,
    })
    for (const [turn, [later, laterShort, on]] of (plan.renamed ?? []).entries())
      await renameUnit(ctx, { id, version: turn + 1, name: later, short: laterShort, on })
  }
}

/** The planned units with their ids; `endedOn` where they are to end, so that nobody retires from them afterwards. */
export async function unitsOf(ctx: Ctx): Promise<DemoUnit[]> {
  const ids = await idsByName(ctx)
  return unitPlans.map((plan) => {
    const ending = endings.find(({ units }) => units.includes(plan.name))
    return { ...plan, id: idOf(ids, presentName(plan)), endedOn: ending?.on }
  })
}

/** 合并 and 撤销 with everybody following, as it happened over the years. */
export async function endUnits(ctx: Ctx): Promise<void> {
  const ids = await idsByName(ctx)
  for (const { how, units, into, on } of endings) {
    const from = units.map((name) => idOf(ids, name))
    if (how === 'merged') await mergeUnits(ctx, { from, into: idOf(ids, into), on })
    else for (const id of from) await closeUnit(ctx, { id, successor: idOf(ids, into), on })
  }
}

const presentName = ({ name, renamed }: UnitPlan) => renamed?.at(-1)?.[0] ?? name

async function idsByName(ctx: Ctx): Promise<Map<string | null, string | null>> {
  const units = ctx.db.selectFrom('unit_published').select(['id', 'name']).where('county', '=', ctx.actor.county)
  return new Map((await units.execute()).map(({ id, name }) => [name, id]))
}

function idOf(ids: ReadonlyMap<string | null, string | null>, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`the demonstration has no unit ${name}`)
  return id
}
