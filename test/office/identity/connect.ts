import { contract } from '#modules/accounts/identity/contract.ts'
import type { Input } from '#platform/contract.ts'
import type { Office, Worker } from '../../office.ts'

type By = Pick<Office, 'as'> & { system: Worker; security: Worker }

/** Connects the county with a provider as it is done: the system administrator asks, the security administrator says yes. */
export async function connect(o: By, wanted: Input<typeof contract.setProvider>): Promise<void> {
  await o.as(o.system).call(contract).setProvider(wanted)
  const doors = o.as(o.security).call(contract)
  const { wish } = await doors.showProviderWish()
  await doors.approveProvider({ id: wish?.id ?? '' })
}
