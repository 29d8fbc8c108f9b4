import { contract } from '#modules/activities/groups/contract.ts'
import { contract as members } from '#modules/activities/groups/members/contract.ts'
import type { Asked } from '#platform/contract.ts'
import type { Office, Worker } from '../../office.ts'
import { PLACES } from '../county.ts'
import { settle } from '../settle.ts'

/** What a group is founded with where a test does not care. */
export const groupOf = (more: Partial<Asked<typeof contract.foundGroup>> = {}): Asked<typeof contract.foundGroup> => ({
  kind: 'interest',
  name: '广场社区书法小组',
  interests: ['书法'],
  placeCode: PLACES.guangchang,
  foundedOn: '2024-01-01',
  ...more,
})

/** A group with so many members who joined on the day it was founded. */
export async function groupWith(
  o: Office,
  worker: Worker,
  { count = 3, ...more }: Partial<Asked<typeof contract.foundGroup>> & { count?: number } = {},
): Promise<{ id: string; people: string[] }> {
  const { id } = await o.as(worker).call(contract).foundGroup(groupOf(more))
  const people = await o.act(async (ctx) => {
    const ids: string[] = []
    for (let n = 1; n <= count; n++) ids.push(await settle(ctx, { name: `成员${n}`, place: PLACES.guangchang }))
    return ids
  })
  for (const personId of people) await o.as(worker).call(members).joinGroup({ id, personId, on: '2024-01-01' })
  return { id, people }
}
