import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Endpoint, Pace } from '../../contract.ts'
import { refusal } from '../../refuse.ts'

/** At most so many a minute: by one account, and from one address, behind which a whole office may sit. */
const LIMITS: Readonly<Record<Pace, { account: number; address: number }>> = {
  read: { account: 1_200, address: 60_000 },
  search: { account: 600, address: 30_000 },
  write: { account: 600, address: 30_000 },
  'sign-in': { account: 300, address: 300 },
  reveal: { account: 60, address: 3_000 },
  export: { account: 60, address: 3_000 },
  upload: { account: 60, address: 3_000 },
}
const MINUTE = 60_000

export const tooFast = refusal('http.too_fast', 429, (p: { seconds: number }) => ({
  zh: `操作太频繁，请过 ${p.seconds} 秒再试。您填写的内容还在本页。`,
  en: `Too many requests; try again in ${p.seconds} seconds. What you typed is still on this page.`,
}))

/** How a door is counted: as its contract says, else by what it does. */
export function paceOf(e: Endpoint): Pace {
  if (e.pace) return e.pace
  if (e.body === 'bytes') return 'upload'
  if (e.answer === 'file') return 'export'
  if (e.method === 'get') return 'read'
  return e.permission === 'public' ? 'sign-in' : 'write'
}

export type Paces = {
  /** Counts a request of this address; refuses the one too many. The address is the socket's, or what a trusted proxy says. */
  address: (request: FastifyRequest, pace: Pace) => Promise<void>
  account: (request: FastifyRequest, pace: Pace, account: string) => Promise<void>
}

const NONE: Paces = { address: async () => {}, account: async () => {} }
const pacesOfApp = new WeakMap<FastifyInstance['server'], Paces>()

/** Keeps count for a server. `factor` widens every limit for an office larger than usual; 0 keeps no count. */
export async function setPaces(app: FastifyInstance, factor: number): Promise<void> {
  if (factor === 0) return
  const accounts = new WeakMap<FastifyRequest, string>()
  await app.register(rateLimit, { global: false, cache: 20_000 })
  const limits = Object.entries(LIMITS).map(([pace, { account, address }]) => {
    const byAccount = (request: FastifyRequest) => accounts.get(request) ?? ''
    const byAddress = app.createRateLimit({ max: address * factor, timeWindow: MINUTE })
    const ofAccount = app.createRateLimit({ max: account * factor, timeWindow: MINUTE, keyGenerator: byAccount })
    return [pace, { address: byAddress, account: ofAccount }] as const
  })
  const counted = new Map<string, (typeof limits)[number][1]>(limits)
  pacesOfApp.set(app.server, {
    address: async (request, pace) => judge(await counted.get(pace)?.address(request)),
    account: async (request, pace, account) => {
      accounts.set(request, account)
      judge(await counted.get(pace)?.account(request))
    },
  })
}

type Count = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>

function judge(count: Count | undefined): void {
  if (count && !count.isAllowed && count.isExceeded) throw tooFast({ seconds: Math.max(1, count.ttlInSeconds) })
}

export function pacesOf(app: FastifyInstance): Paces {
  return pacesOfApp.get(app.server) ?? NONE
}
