import { sql } from 'kysely'
import type { House } from '#platform/house/house.ts'
import { bind, type Routes } from '#platform/http/bind.ts'
import { sessionToken } from '#platform/http/session-cookie.ts'
import { hashOfToken } from '../door/index.ts'
import { mountJudged } from '../door/judged.ts'
import { contract } from './contract.ts'
import { newPasswordChange } from './password-change/index.ts'
import { service } from './service.ts'
import { newSignIn } from './sign-in/index.ts'

type App = Parameters<Routes['mount']>[0]

const { signIn, changeMyPassword, ...doors } = contract
const bound = bind(doors, service)

export const routes: Routes = {
  contract,
  mount: (app, house) => {
    bound.mount(app, house)
    mountJudged(app, signIn, newSignIn(house))
    mountJudged(app, changeMyPassword, newPasswordChange(house))
    keepSeen(app, house)
  },
}

const SEEN_EVERY_MS = 60_000
const MOST_REMEMBERED = 10_000

/** Noted after the answer has gone out, at most once a minute: reading stays reading. A session that is over stays over, whatever door its cookie comes to. */
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
  const at = now.toISOString()
  await house.act('nobody', { readOnly: false }, (ctx) =>
    ctx.db
      .updateTable('session')
      .set({ seen_at: sql`greatest(seen_at, ${at}::timestamptz)` })
      .where('token_hash', '=', hash)
      .where('expires_at', '>', at)
      .where(sql<boolean>`seen_at > ${at}::timestamptz - make_interval(mins => idle_minutes)`)
      .execute(),
  )
}
