import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { listeners, routes as messageRoutes } from '#modules/messages/index.ts'
import { contract } from '#modules/volunteering/shifts/changing/contract.ts'
import type { Asked } from '#platform/contract.ts'
import { deskOf, published, type ShiftDesk, shiftDeskOn } from '../../shift-desk.ts'
import { logOf } from './messages.ts'

type Change = Asked<typeof contract.changeShift>

/** A desk of shifts whose volunteers are told of what changes. */
export const openDesk = (t: Parameters<typeof shiftDeskOn>[0], people: number) =>
  shiftDeskOn(t, people, { rooms: [...gatheringRoutes, ...messageRoutes], listeners })
export const changing = (o: ShiftDesk, worker = o.clerk) => o.as(worker).call(contract)

/** What the page sends: everything as it stands, and what is changed. */
export async function changeOf(o: ShiftDesk, id: string, more: Partial<Change> = {}): Promise<Change> {
  const { title, placeCode, siteId, address, startsAt, endsAt, capacity, openTo, teamId, note, version } = await deskOf(
    o,
  ).readShift({ id })
  const task = 'company'
  const stands = { title, task, placeCode, siteId, address, startsAt, endsAt, openTo, teamId, note, version } as const
  return { ...stands, id, capacity: capacity ?? 1, ...more }
}
export const change = async (o: ShiftDesk, id: string, more: Partial<Change>) =>
  changing(o).changeShift(await changeOf(o, id, more))
export const preview = async (o: ShiftDesk, id: string, more: Partial<Change>) =>
  changing(o).previewShiftChange(await changeOf(o, id, more))
export async function claim(o: ShiftDesk, id: string, n: number): Promise<string> {
  const { turnId } = await deskOf(o).claimTurn({ id, personId: o.people[n] ?? '' })
  return turnId
}
/** Four weeks of one shift; answers their ids in order. */
export async function weekly(o: ShiftDesk): Promise<string[]> {
  await published(o, { repeat: { every: 'week', times: 4 } })
  return (await deskOf(o).listShifts({})).items.map(({ id }) => id)
}
export async function told(o: ShiftDesk) {
  await o.deliver()
  const { items } = await logOf(o, o.clerk)
  return items.map(({ name, template, text }) => [name, template, text] as const)
}
export const NOON = { startsAt: '2026-03-11T14:00:00+08:00', endsAt: '2026-03-11T16:30:00+08:00' }
