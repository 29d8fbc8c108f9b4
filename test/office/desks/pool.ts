import type { TestContext } from 'node:test'
import { contract as messages } from '#modules/messages/contract.ts'
import { listeners as messageListeners, routes as messageRoutes } from '#modules/messages/index.ts'
import { contract as wallets } from '#modules/volunteering/bank/contract.ts'
import { contract as rules } from '#modules/volunteering/bank/county-rules/contract.ts'
import { bankListeners, bankRoutes } from '#modules/volunteering/bank/index.ts'
import { contract } from '#modules/volunteering/bank/pool/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { newId } from '#platform/ids.ts'
import { type Office, office, type Worker } from '../../office.ts'
import { countySettingsRoutes } from '../../shift-desk.ts'
import { earned, recordRoutes, register } from '../bank.ts'
import { asOwner } from '../owner.ts'

export type PoolDesk = Office & { clerk: Worker; second: Worker; giver: string; li: string; zhao: string }

/** The giver has put a hundred points into the pool, an hour ago; 李 and 赵 are 86 and cannot earn. */
export async function openPool(t: TestContext): Promise<PoolDesk> {
  const rooms = [...bankRoutes, recordRoutes, countySettingsRoutes, ...messageRoutes]
  const o = await office({ rooms, listeners: [...bankListeners, ...messageListeners] })
  t.after(() => o.close())
  const [clerk, second] = [await o.hire(), await o.hire({ name: '吴静' })]
  const [giver = '', li = '', zhao = ''] = await register(o, ['王秀英', '李桂兰', '赵大山'])
  await asOwner(o.house, `update person set birth_on = '1940', living_flags = '{lives_alone}' where id in ($1, $2)`, [
    li,
    zhao,
  ])
  await earned(o, giver, 112)
  const it = Object.assign(o, { clerk, second, giver, li, zhao })
  await poolDesk(it).donatePoints({ id: newId(), personId: giver, points: 100 })
  o.clock.pass(60)
  return it
}

export const poolDesk = (o: PoolDesk, worker = o.clerk) => ({
  ...o.as(worker).call(wallets),
  ...o.as(worker).call(redemptions),
  ...o.as(worker).call(rules),
  ...o.as(worker).call(contract),
})
/** What the office told people, as its clerk reads it. */
export const poolMessages = (o: PoolDesk) => o.as(o.clerk).call(messages)
export const poolWish = (o: PoolDesk, more: object = {}) => ({
  id: newId(),
  personId: o.li,
  points: 30,
  ground: 'alone' as const,
  reason: '老伴去世，子女都在外地',
  ...more,
})

export async function poolRequest(o: PoolDesk, kind: 'grant' | 'grant_reversal', personId: string): Promise<string> {
  const { items } = await poolDesk(o).listBankRequests({ status: 'asked' })
  return items.find((one) => one.kind === kind && one.personId === personId)?.id ?? ''
}

/** Asked by one and agreed to by another. */
export async function givenOut(o: PoolDesk, more: { personId?: string; points?: number } = {}): Promise<string> {
  const ask = poolWish(o, more)
  await poolDesk(o).askGrant(ask)
  await poolDesk(o, o.second).decideBankRequest({ id: await poolRequest(o, 'grant', ask.personId), agrees: true })
  return ask.id
}
