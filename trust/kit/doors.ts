import { randomUUID } from 'node:crypto'
import { registerAccount } from '#modules/accounts/index.ts'
import type { Endpoint } from '#platform/contract.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, type OfficeOptions, office, PLACES, type Worker } from '#test/office.ts'
import { allParts } from '../../src/main.ts'

export const parts = allParts()

export type Door = { name: string; e: Endpoint }

export const doors: readonly Door[] = parts.rooms.flatMap((room) =>
  Object.entries(room.contract).map(([name, e]) => ({ name, e })),
)

export const wholeOffice = (options: OfficeOptions = {}): Promise<Office> =>
  office({ rooms: parts.rooms, listeners: parts.listeners, ...options })

export type Staffed = { o: Office; staff: Worker[]; person: string }

/** One worker of each kind of work and a person on record, so that doors lead somewhere. */
export async function staffedOffice(options: OfficeOptions = {}): Promise<Staffed> {
  const o = await wholeOffice(options)
  const roles = ['bureau_staff', 'system_administrator', 'security_administrator', 'audit_administrator'] as const
  const staff = await Promise.all(roles.map((role) => o.hire({ role })))
  const person = await o.act((ctx) => settle(ctx, { name: '张建国', place: PLACES.guangchang }))
  return { o, staff, person }
}

/** The address of a door with something in each place: an id that is known, or one that is not. */
export function addressOf(e: Endpoint, id: string = randomUUID()): string {
  const path = e.path.replace(/:(\w+)/g, (_match, key: string) => (key === 'code' ? '3714240010230000000' : id))
  return `/api${path}`
}

export const isReading = (e: Endpoint): boolean => e.method === 'get'
export const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${method} ${path}`

export const PASSWORD = 'Haitang-7-chuang'

export async function account(o: Office, login: string): Promise<string> {
  await o.act((ctx) => registerAccount(ctx, { login, name: '赵丽', password: PASSWORD, mustChange: false }))
  return login
}
