import type { TestContext } from 'node:test'
import { contract } from '#modules/messages/contract.ts'
import { contract as gateways } from '#modules/messages/gateway/contract.ts'
import { gatewayRoutesFor } from '#modules/messages/gateway/index.ts'
import { routes, tell } from '#modules/messages/index.ts'
import { jobsFor } from '#modules/messages/jobs.ts'
import { registerPeople } from '#modules/people/index.ts'
import { type Office, office, type Worker } from '../../office.ts'
import { PLACES } from '../county.ts'
import { type SmsGateway, smsGateway } from './sms-gateway.ts'

export type MessageDesk = Office & {
  sms: SmsGateway
  worker: Worker
  people: string[]
  /** Runs the job that sends what is due. */
  send: () => Promise<void>
}
const [deliver] = jobsFor(true)

const NAMES = ['赵桂英', '钱守义', '孙长河', '李秀兰']
/** The first two have a mobile, the third a landline, the fourth a daughter's mobile. */
const PHONES = [
  [{ number: '13912340000', label: '本人' }],
  [{ number: '13912340001', label: '本人' }],
  [{ number: '0534-4261234', label: '住宅' }],
  [{ number: '13912340003', label: '女' }],
]

/** An office with four people of 广场社区 and a gateway on this machine. */
export async function messageDesk(
  t: TestContext,
  { gateway = true, at = '2026-03-02T09:00:00+08:00' } = {},
): Promise<MessageDesk> {
  const o = await office({ rooms: [...routes.slice(0, -1), gatewayRoutesFor(true)], at })
  const sms = await smsGateway()
  t.after(async () => {
    await o.close()
    await sms.close()
  })
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const people = await o.act((ctx) =>
    registerPeople(
      ctx,
      NAMES.map((name, n) => ({
        values: { name },
        phones: PHONES[n] ?? [],
        unitId: null,
        managingUnitId: null,
        placeCode: PLACES.guangchang,
        tags: [],
        source: '登记表',
      })),
    ),
  )
  if (gateway) {
    const system = await o.hire({ role: 'system_administrator' })
    await o.as(system).call(gateways).setGateway({ url: sms.url, sign: '临邑老干部局', secret: 'between-us' })
    await approveGateway(o)
  }
  const send = async () => deliver?.run(o.house, { county: o.county })
  return Object.assign(o, { sms, worker, people, send })
}

/** The second of the two who connect a gateway. */
export async function approveGateway(o: Office, worker?: Worker): Promise<void> {
  const doors = o.as(worker ?? (await o.hire({ role: 'security_administrator' }))).call(gateways)
  const { wish } = await doors.showGatewayWish({})
  await doors.approveGateway({ id: wish?.id ?? '' })
}

export const logOf = (o: Office, worker: Worker) => o.as(worker).call(contract).listMessages({})
export const inboxOf = (o: Office, worker: Worker) => o.as(worker).call(contract).readInbox({})

/** Tells all four that something is off. */
export const tellAll = (o: MessageDesk, key = 'storm', personIds: readonly string[] = o.people) =>
  o.act((ctx) => tell(ctx, { personIds, template: 'gathering.cancelled', values: OFF, key }))
const OFF = { title: '健步走', when: '3月10日9:00', where: '活动室', reason: '大风' }

/** What became of each: name, state, reason. */
export async function statesOf(o: MessageDesk) {
  const { items } = await logOf(o, o.worker)
  return items.map(({ name, status, why }) => [name, status, why]).toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
}
