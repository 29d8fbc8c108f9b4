import { sql } from 'kysely'
import type { House } from '#platform/house/house.ts'
import { bind, callOf, keepSession, type Routes } from '#platform/http/bind.ts'
import { readInput } from '#platform/http/input.ts'
import { sessionToken } from '#platform/http/session-cookie.ts'
import { hashOfToken } from '../door/index.ts'
import { contract } from './contract.ts'
import { idleSince, service } from './service.ts'
import { newSignIn } from './sign-in/index.ts'

type App = Parameters<Routes['mount']>[0]

const { signIn, ...doors } = contract
const bound = bind(doors, service)

export const routes: Routes = {
  contract,
  mount: (app, house) => {
    bound.mount(app, house)
    mountSignIn(app, house)
    keepSeen(app, house)
  },
}

/** Not bound like the others: those work in one transaction, and a refused sign-in must leave its trace (see sign-in/). */
function mountSignIn(app: App, house: House): void {
  const enter = newSignIn(house)
  app.post(`/api${signIn.path}`, async (request, reply) => {
    const call = callOf(request)
    const answer = await enter(readInput(signIn, request), call, sessionToken(request))
    keepSession(call, request, reply)
    return answer
  })
}

const SEEN_EVERY_MS = 60_000
const MOST_REMEMBERED = 10_000

/**
 * Notes that a session is in use, after its answer has gone out and at most once a minute: reading stays reading, and idling is
 * known to the minute. A session that is over stays over, whatever public door its cookie still comes to.
 */
function keepSeen(app: App, house: House): void {
  const seen = new Map<string, number>()
  const running = new Set<Promise<unknown>>()
  app.addHook('onResponse', async (request, reply) => {
    const token = sessionToken(request)
    if (!token || reply.statusCode === 401) return
    const hash = hashOfToken(token)
    const [key, now] = [hash.toString('hex'), house.clock()]
    if (Math.abs(now.getTime() - (seen.get(key) ?? 0)) < SEEN_EVERY_MS) return
    if (seen.size >= MOST_REMEMBERED) seen.clear()
    seen.set(key, now.getTime())
    const note = noteSeen(house, hash, now).finally(() => running.delete(note))
    running.add(note)
    await note
  })
  app.addHook('onClose', async () => {
    await Promise.allSettled(running)
  })
}

async function noteSeen(house: House, hash: Buffer, now: Date): Promise<void> {
  await house.act('nobody', { readOnly: false }, (ctx) =>
    ctx.db
      .updateTable('session')
      .set({ seen_at: sql`greatest(seen_at, ${now.toISOString()}::timestamptz)` })
      .where('token_hash', '=', hash)
      .where('expires_at', '>', now.toISOString())
      .where('seen_at', '>', idleSince(now))
      .execute(),
  )
}
