import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { doorkeeper } from '#modules/accounts/index.ts'
import { type ConnectionConfig, closePools, openOwner, openPools } from '#platform/db/pool.ts'
import { openHouse } from '#platform/house/house.ts'
import { buildServer } from '#platform/http/server.ts'
import { allParts } from '../src/main.ts'
import { countiesFor, fill } from './county/fill.ts'
import { clerk } from './county/office.ts'
import { livingPeople } from './county/people.ts'
import { type Act, acts } from './load/acts.ts'
import { type Ask, load, type Measured } from './load/load.ts'
import type { Heard, HeardActs } from './servers/heard.ts'
import { benchVault } from './servers/keys.ts'
import { hear } from './servers/listen.ts'
import { startServer } from './servers/process.ts'

export type Line = {
  words: string
  key: string
  connections: number
  product: Measured
  floor: Measured
  statements: number
}
export type Compared = { size: number; fillSeconds: number; lines: Line[]; rssBefore: number; rssAfter: number }

const CONNECTIONS = [1, 32]
const SETTLE_MS = 500
/** More than there are connections, so that two updates of the floor seldom meet in a row. */
const HEARD_EACH = 40

export async function compare(
  config: ConnectionConfig,
  { size, seconds }: { size: number; seconds: number },
): Promise<Compared> {
  const owner = await openOwner(config)
  const started = performance.now()
  await fill(owner, benchVault(), size)
  const fillSeconds = (performance.now() - started) / 1000
  const county = countiesFor(size)[0]?.county ?? 0
  const cookie = await clerk(owner, county)
  const ids = await livingPeople(owner, county)
  await owner.end()
  const asked = acts(ids.slice(HEARD_EACH))
  const heard = await hearAll(config, { asked: acts(ids.slice(0, HEARD_EACH)), cookie })
  const scope = `-c role=sangyu_app -c app.county=${county} -c app.all=true -c app.places={[${county}0000000000000,${county + 1}0000000000000)}`
  const product = await startServer('product', { env: { CONNECTION: JSON.stringify(config) } })
  const asFloor = { CONNECTION: JSON.stringify({ ...config, options: scope }) }
  const floor = await startServer('floor', { env: asFloor, told: heard })
  const rssBefore = await product.rss()
  const lines: Line[] = []
  for (const act of asked) {
    let done = 0
    for (const connections of CONNECTIONS) {
      const before = done
      const ours = await load(product.port, cookie, { connections, seconds, ask: (n) => act.ask(before + n) })
      done += ours.asked
      const bare = await load(floor.port, '', {
        connections,
        seconds,
        ask: () => ({ method: 'GET', path: `/${act.key}` }),
      })
      lines.push({
        words: act.words,
        key: act.key,
        connections,
        product: ours,
        floor: bare,
        statements: heard[act.key]?.[0]?.length ?? 0,
      })
      console.log(
        `${size} ${act.words} ×${connections}: ${Math.round(ours.perSecond)}/s against ${Math.round(bare.perSecond)}/s, p95 ${ours.p95.toFixed(1)} ms, errors ${ours.errors + bare.errors}`,
      )
    }
  }
  const rssAfter = await product.rss()
  await product.stop()
  await floor.stop()
  return { size, fillSeconds, lines, rssBefore, rssAfter }
}

/** Has the product do each thing some times, each time about somebody else, and takes down the statements it sends. */
async function hearAll(
  config: ConnectionConfig,
  { asked, cookie }: { asked: readonly Act[]; cookie: string },
): Promise<HeardActs> {
  const pools = openPools(config, 2)
  const house = openHouse({ pools, vault: benchVault(), clock: () => new Date(), doorkeeper })
  const app = await buildServer(house, allParts().rooms, { version: 'bench', paceFactor: 0 })
  const heard: HeardActs = {}
  // The first request of a session also notes, after its answer, that the session was seen: that belongs to none of the acts.
  await app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })
  await wait(SETTLE_MS)
  for (const act of asked) {
    const times: Heard[][] = []
    for (let n = 0; n < HEARD_EACH; n++) times.push(await hear(() => once(app, cookie, act.ask(n))))
    heard[act.key] = times
  }
  await app.close()
  await closePools(pools)
  return heard
}

async function once(app: FastifyInstance, cookie: string, { method, path, body }: Ask): Promise<void> {
  const sent = { method, url: path, headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) } }
  const answer = await app.inject(body ? { ...sent, payload: JSON.stringify(body) } : sent)
  if (answer.statusCode !== 200) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`)
}
