import { once } from 'node:events'
import { contract as accounts } from '#modules/accounts/contract.ts'
import { contract as grants } from '#modules/accounts/grants/contract.ts'
import { routes } from '#modules/accounts/index.ts'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { employ, PASSWORD, secure } from '#test/office/securing.ts'
import { visitor } from '#test/office/visitor.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { firstLine, startProgram } from '#test/trial-home.ts'
import { noneOf, type Row } from '../row.ts'

/** A second process on the same database, with a memory of its own. It prints its address. */
const SECOND = `
  import { doorkeeper, routes } from '#modules/accounts/index.ts'
  import { vault } from '#platform/crypto/index.ts'
  import { openPools } from '#platform/db/pool.ts'
  import { openHouse } from '#platform/house/house.ts'
  import { buildServer } from '#platform/http/server.ts'
  const { config, now } = JSON.parse(process.argv[1] ?? '')
  const keys = { id: 1, data: Buffer.alloc(32, 7), index: Buffer.alloc(32, 9), profile: 'sm4' }
  const house = openHouse({ pools: openPools(config, 4), vault: vault(keys), clock: () => new Date(now), doorkeeper })
  const app = await buildServer(house, routes, { version: 'second', paceFactor: 0 })
  console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
`

const EVERY_MS = 20
const BEFORE_MS = 600
const AFTER_MS = 2_000
const ALLOWED_MS = 1_000

type Shot = { at: number; status: number }

/** Fifty requests a second at each process, before and after the change; answers those let in more than a second after it. */
async function besiege(
  urls: readonly string[],
  cookie: string,
  asks: { path: string; change: () => Promise<unknown> },
) {
  const shots: Shot[] = []
  const running: Promise<unknown>[] = []
  const shoot = () => {
    for (const url of urls) {
      const at = performance.now()
      running.push(
        fetch(`${url}${asks.path}`, { headers: { cookie } }).then(async (answer) => {
          await answer.arrayBuffer()
          shots.push({ at, status: answer.status })
        }),
      )
    }
  }
  const timer = setInterval(shoot, EVERY_MS)
  await new Promise((resolve) => setTimeout(resolve, BEFORE_MS))
  await asks.change()
  const changed = performance.now()
  await new Promise((resolve) => setTimeout(resolve, AFTER_MS))
  clearInterval(timer)
  await Promise.all(running)
  const before = shots.filter(({ at, status }) => at < changed && status === 200).length
  const late = shots.filter(({ at, status }) => at > changed + ALLOWED_MS && status < 400)
  const last = Math.max(0, ...shots.filter(({ status }) => status < 400).map(({ at }) => at - changed))
  return { before, late: late.length, last, asked: shots.length }
}

type Case = { what: string; path: string; cookie: string; change: () => Promise<unknown> }

/** Each way in which somebody may lose what they had. */
async function casesOf(o: Office, security: Worker, system: Worker): Promise<Case[]> {
  const revoked = await o.hire({ role: 'security_administrator' })
  const closed = await o.hire({ role: 'bureau_staff' })
  const ended = await o.hire({ role: 'bureau_staff' })
  const { login } = await employ(o, 'twice')
  const [here, there] = [visitor(o), visitor(o)]
  for (const browser of [here, there]) await browser.call(sessions).signIn({ login, password: PASSWORD })
  const { items } = await o.as(security).call(grants).listGrants({ id: revoked.id })
  const grant = items[0]?.id ?? ''
  const devices = await o.as(ended).call(sessions).myDevices()
  return [
    {
      what: 'a role revoked',
      path: '/api/security-policy',
      cookie: revoked.token,
      change: () => o.as(security).call(grants).revokeGrant({ id: revoked.id, grant }),
    },
    {
      what: 'an account closed',
      path: '/api/my/devices',
      cookie: closed.token,
      change: () => o.as(system).call(accounts).closeAccount({ id: closed.id, reason: 'left' }),
    },
    {
      what: 'a password changed elsewhere',
      path: '/api/my/devices',
      cookie: there.token(),
      change: () => here.call(sessions).changeMyPassword({ old: PASSWORD, fresh: 'Shiliu-8-shuxia' }),
    },
    {
      what: 'a device signed out',
      path: '/api/my/devices',
      cookie: ended.token,
      change: () =>
        o
          .as(ended)
          .call(sessions)
          .endSession({ id: devices.items[0]?.id ?? '' }),
    },
  ]
}

export const row: Row = {
  id: 'T09',
  about: {
    zh: '收回角色、停用账号、改密码、退出设备后一秒内全部进程拒绝',
    en: 'a role revoked, an account closed, a password changed or a device signed out is refused within a second, by every process',
  },
  threshold: '0 accepted more than 1 s later, two processes, 100 requests a second',
  blocksMerge: false,
  run: async () => {
    let config: ConnectionConfig = {}
    const line = async (own: ConnectionConfig) => {
      config = own
      return own
    }
    const o = await office({ rooms: routes, line })
    const second = startProgram(SECOND, JSON.stringify({ config, now: o.clock.now().toISOString() }))
    try {
      await secure(o, { secondFactor: 'optional', sessionsEach: 3 })
      const urls = [await o.app.listen({ port: 0, host: '127.0.0.1' }), await firstLine(second)]
      const [security, system] = [
        await o.hire({ role: 'security_administrator' }),
        await o.hire({ role: 'system_administrator' }),
      ]
      const faults: string[] = []
      let [asked, slowest] = [0, 0]
      for (const { what, path, cookie, change } of await casesOf(o, security, system)) {
        const seen = await besiege(urls, `sangyu=${cookie}`, { path, change })
        asked += seen.asked
        slowest = Math.max(slowest, seen.last)
        if (seen.before === 0) faults.push(`${what}: nothing was let in before`)
        if (seen.late > 0) faults.push(`${what}: ${seen.late} let in, the last after ${seen.last.toFixed(0)} ms`)
      }
      return noneOf(faults, `${asked} requests, the last let in ${slowest.toFixed(0)} ms after`)
    } finally {
      second.kill('SIGKILL')
      await once(second, 'exit')
      await o.close()
    }
  },
}
