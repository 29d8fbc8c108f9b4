import { contract as attendance } from '#modules/gatherings/attendance/contract.ts'
import { contract } from '#modules/gatherings/contract.ts'
import { contract as signUps } from '#modules/gatherings/sign-up/contract.ts'
import type { Asked } from '#platform/contract.ts'
import type { Office, Worker } from '../../office.ts'
import { PLACES } from '../county.ts'

/** The doors of a gathering, as one worker sees them. */
export const gatheringDesk = (o: Office, worker: Worker) => ({
  ...o.as(worker).call(contract),
  ...o.as(worker).call(signUps),
  ...o.as(worker).call(attendance),
})

/** Something in 广场社区 on the tenth of March, unless said otherwise. */
export async function planned(
  o: Office,
  worker: Worker,
  more: Partial<Asked<typeof contract.planGathering>> = {},
): Promise<string> {
  const times = { startsAt: '2026-03-10T09:00:00+08:00', endsAt: '2026-03-10T11:00:00+08:00' }
  const walk = { kind: 'activity', title: '健步走', placeCode: PLACES.guangchang, address: '北广场' } as const
  const { ids } = await gatheringDesk(o, worker).planGathering({ ...walk, ...times, ...more })
  return ids[0] ?? ''
}
