import type { TestContext } from 'node:test'
import { breachesOf } from '#modules/ledger/index.ts'
import { routes as recordRoutes, serviceInvariants } from '#modules/volunteering/service-record/index.ts'
import { contract as checking } from '#modules/volunteering/shifts/checking/contract.ts'
import { contract as confirming } from '#modules/volunteering/shifts/confirming/contract.ts'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { listeners, routes } from '#modules/volunteering/shifts/index.ts'
import { contract as turns } from '#modules/volunteering/shifts/turns/contract.ts'
import type { Asked } from '#platform/contract.ts'
import type { Routes } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { asOwner } from './office/owner.ts'
import { settle } from './office/settle.ts'
import { type Office, type OfficeOptions, office, PLACES, type Worker } from './office.ts'

export type ShiftDesk = Office & {
  /** Who keeps the shifts of the community, and a second one. */
  clerk: Worker
  second: Worker
  /** Registered volunteers who live there. */
  people: string[]
}

/** A community with a clerk, a colleague and volunteers. */
export function shiftDesk(t: TestContext, people = 2, rooms: readonly Routes[] = []): Promise<ShiftDesk> {
  return shiftDeskOn(t, people, { rooms })
}

/** The same with other rooms that hear, or on a line to the database that somebody listens to. */
export async function shiftDeskOn(
  t: TestContext,
  people: number,
  { rooms = [], listeners: hearers = [], ...more }: Pick<OfficeOptions, 'rooms' | 'line' | 'listeners'>,
): Promise<ShiftDesk> {
  const o = await office({ rooms: [...routes, recordRoutes, ...rooms], listeners: [...listeners, ...hearers], ...more })
  t.after(() => o.close())
  const post = { role: 'community_worker', place: PLACES.guangchang } as const
  const [clerk, second] = [await o.hire(post), await o.hire({ ...post, name: '李娟' })]
  const ids: string[] = []
  for (let n = 1; n <= people; n++) ids.push(await newVolunteer(o, n))
  return Object.assign(o, { clerk, second, people: ids })
}

export async function newVolunteer(o: Pick<Office, 'act'>, n: number): Promise<string> {
  return o.act(async (ctx) => {
    const person_id = await settle(ctx, { name: `赵${n}`, place: PLACES.guangchang })
    const number = `371424-${String(n).padStart(6, '0')}`
    const row = { county: ctx.actor.county, id: newId(), person_id, number, since_on: '2025-01-01' }
    await ctx.db
      .insertInto('volunteer')
      .values({ ...row, registered_at: ctx.now.toISOString() })
      .execute()
    return person_id
  })
}

/** The doors of a shift as one clerk finds them. */
export function deskOf(o: ShiftDesk, worker: Worker = o.clerk) {
  const at = o.as(worker)
  return { ...at.call(shifts), ...at.call(turns), ...at.call(checking), ...at.call(confirming) }
}

export const NINE = '2026-03-10T09:00:00+08:00'
export const ELEVEN = '2026-03-10T11:00:00+08:00'

export async function published(o: ShiftDesk, more: Partial<Asked<typeof shifts.publishShift>> = {}): Promise<string> {
  const visit = { title: '看望独居老人', task: 'company', placeCode: PLACES.guangchang, capacity: 2 } as const
  const { ids } = await deskOf(o).publishShift({ ...visit, startsAt: NINE, endsAt: ELEVEN, ...more })
  return ids[0] ?? ''
}

/** Somebody serves a whole shift and waits for confirmation; answers the turn. */
export async function served(o: ShiftDesk, id: string, personId: string): Promise<string> {
  const desk = deskOf(o)
  const { startsAt, endsAt } = await desk.readShift({ id })
  const { turnId } = await desk.claimTurn({ id, personId })
  o.clock.set(startsAt)
  await desk.checkIn({ id: turnId })
  o.clock.set(endsAt)
  await desk.checkOut({ id: turnId })
  return turnId
}

/** What is wrong with the books of service and of points: nothing. */
export async function faultsOf(o: Office): Promise<string[]> {
  const faults: string[] = []
  for (const { id, query } of serviceInvariants) if ((await asOwner(o.house, query)).length) faults.push(id)
  const breaches = await o.act((ctx) => breachesOf(ctx.db))
  return [...faults, ...breaches.map(({ id }) => id)]
}

export { contract as calendarDoors } from '#modules/gatherings/contract.ts'
export { contract as cardDoors } from '#modules/gatherings/person-codes/contract.ts'
export { contract as signUpDoors } from '#modules/gatherings/sign-up/contract.ts'
export { contract as countyDoors } from '#modules/people/county-settings/contract.ts'
export { countySettingsRoutes } from '#modules/people/county-settings/index.ts'
export { contract as recordDoors } from '#modules/volunteering/service-record/contract.ts'
