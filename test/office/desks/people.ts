import { contract } from '#modules/people/search/contract.ts'
import type { Asked } from '#platform/contract.ts'
import type { Office, Worker } from '../../office.ts'

/** How many the list of people answers. */
export async function countPeople(
  o: Office,
  worker: Worker,
  asked: Asked<typeof contract.listPeople>,
): Promise<number> {
  return (await o.as(worker).call(contract).listPeople(asked)).total
}
