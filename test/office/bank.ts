import { registerPeople } from '#modules/people/index.ts'
import { earn } from '#modules/volunteering/bank/earning/index.ts'
import { bankBreaches } from '#modules/volunteering/bank/invariants/index.ts'
import { addItem, addPartner, linkCounter } from '#modules/volunteering/bank/partners/index.ts'
import { newId } from '#platform/ids.ts'
import { type Office, PLACES, type Worker } from '../office.ts'

/** Registers people of 广场社区 by their names; answers their ids in that order. */
export function register(
  o: Office,
  names: readonly string[],
  placeCode: string = PLACES.guangchang,
): Promise<string[]> {
  const nothing = { phones: [], unitId: null, managingUnitId: null, tags: [], source: '登记表' }
  return o.act((ctx) =>
    registerPeople(
      ctx,
      names.map((name) => ({ values: { name, birthOn: '1948' }, placeCode, ...nothing })),
    ),
  )
}

/** Service of so many half-hours, a point each, over as many days as the cap of a day takes. */
export async function earned(o: Office, personId: string, points: number): Promise<void> {
  await earnedFrom(o, { personId, points, since: 0 })
}

/** The same, with the first so many days into 2026. */
export async function earnedFrom(o: Office, { personId, points, since }: Earned): Promise<void> {
  const records = Array.from({ length: Math.ceil(points / 16) }, (_, at) => ({
    id: newId(),
    personId,
    kind: 'care',
    minutes: 30 * Math.min(16, points - at * 16),
    servedOn: new Date(Date.UTC(2026, 0, 1 + since + at)).toISOString().slice(0, 10),
  }))
  await o.act((ctx) => earn(ctx, records))
}

type Earned = { personId: string; points: number; since: number }

export type Shop = { id: string; item: string; clerk: Worker }

/** A shop with one thing on the shelf and somebody behind the counter. */
export async function openShop(
  o: Office,
  { name = '利民超市', points = 10, stock = null }: { name?: string; points?: number; stock?: number | null } = {},
): Promise<Shop> {
  const clerk = await o.hire({ role: 'partner', name: '店员' })
  const facts = {
    name,
    kind: 'shop',
    placeCode: PLACES.guangchang,
    unitId: null,
    address: '广场路 1 号',
    phone: null,
  } as const
  const { id } = await o.act((ctx) => addPartner(ctx, facts))
  await o.act((ctx) => linkCounter(ctx, { id, login: clerk.login }))
  const item = { id, name: '鸡蛋一提', description: '30 枚', points, stock, monthLimit: null }
  return { id, item: (await o.act((ctx) => addItem(ctx, item))).id, clerk }
}

/** What the books say against themselves. */
export const breaches = (o: Office) => o.act((ctx) => bankBreaches(ctx.db))

export { contract as recordDoors } from '#modules/people/record/contract.ts'
export { recordRoutes } from '#modules/people/record/index.ts'
