import { contract as desk } from '#modules/accounts/elder-access/contract.ts'
import { contract as entering } from '#modules/accounts/elder-access/entering/contract.ts'
import { routes as accountRoutes } from '#modules/accounts/index.ts'
import type { Office, Worker } from '../office.ts'
import { type Visitor, visitor } from './visitor.ts'

/** The doors an elder comes through; a test of the elder's part of a room adds them to the room's own. */
export const elderDoors = accountRoutes

type At = { o: Office; worker: Worker; personId: string }

/** An elder at home: the community opens access, and the card signs them in. */
export async function elderOf({ o, worker, personId }: At): Promise<Visitor> {
  const card = await o.as(worker).call(desk).openAccess({ id: personId })
  return enterWith(o, card)
}

/** A daughter whom the community has recorded as acting for the elder. */
export async function relativeOf({ o, worker, personId }: At): Promise<Visitor> {
  const wanted = { id: personId, name: '赵丽', relation: '女儿', mobile: '13905340003' }
  const { card } = await o.as(worker).call(desk).giveAuthority(wanted)
  if (!card) throw new Error('a new relative is given a card')
  return enterWith(o, card)
}

export async function enterWith(o: Office, { number, code }: { number: string; code: string }): Promise<Visitor> {
  const browser = visitor(o)
  await browser.call(entering).enterByCard({ number, code })
  return browser
}
