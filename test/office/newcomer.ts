import assert from 'node:assert/strict'
import { contract as activation } from '#modules/accounts/activation/contract.ts'
import { contract as requests } from '#modules/accounts/requests/contract.ts'
import type { Asked } from '#platform/contract.ts'
import type { Office, Worker } from '../office.ts'
import { PLACES } from './county.ts'

export type Newcomer = { id: string; login: string; name: string; code: string; until: string }
type Wishes = Partial<Asked<typeof requests.requestAccount>>

let numbers = 0
/** A mobile number that nobody else in the tests has. */
export const newMobile = () => `138${String((numbers += 1)).padStart(8, '0')}`

/** What somebody asks for where a test does not care: a community worker of 广场社区. */
export function wishesOf({ role = 'community_worker', ...more }: Wishes = {}): Asked<typeof requests.requestAccount> {
  const isAdministrator = role.endsWith('_administrator')
  const area = role === 'unit_liaison' || isAdministrator ? {} : { places: [PLACES.guangchang] }
  return { login: 'sunli', name: '孙丽', mobile: newMobile(), reason: '新到岗', role, ...area, ...more }
}

/** The way into the office: one administrator asks, another approves and hands over the code. */
export async function admit(o: Office, pair: Pair, wishes: Wishes = {}): Promise<Newcomer> {
  const { id } = await o.as(pair.system).call(requests).requestAccount(wishesOf(wishes))
  const { handed } = await o.as(pair.security).call(requests).approveRequest({ id })
  return handed ?? assert.fail('a new account without a code')
}

type Pair = { system: Worker; security: Worker }

/** Another code for an account that stands, by two people. */
export async function renew(o: Office, pair: Pair, account: string): Promise<Newcomer> {
  const asked = { id: account, kind: 'code', reason: '忘记密码' } as const
  const { id } = await o.as(pair.system).call(requests).requestForAccount(asked)
  const { handed } = await o.as(pair.security).call(requests).approveRequest({ id })
  return handed ?? assert.fail('another code was not handed over')
}

/** The three people of a first set-up. */
export const THREE = {
  system_administrator: { login: 'WangJing', name: '王静', mobile: '13900000001' },
  security_administrator: { login: 'jihong', name: '纪红', mobile: '13900000002' },
  audit_administrator: { login: 'miaoli', name: '苗立', mobile: '13900000003' },
}

export const PASSWORD = 'Haitang-7-chuang'

/** They set their own password with the code. */
export async function settleIn(o: Office, { login, code }: Newcomer, password = PASSWORD): Promise<void> {
  await o.as().call(activation).activateAccount({ login, code, password })
}
