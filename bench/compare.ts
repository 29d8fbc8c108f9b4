import { setTimeout as wait } from 'node:timers/promises'
import { doorkeeper } from '#modules/accounts/index.ts'
import { type ConnectionConfig, closePools, openOwner, openPools } from '#platform/db/pool.ts'
import { openHouse } from '#platform/house/house.ts'
import { buildServer } from '#platform/http/server.ts'
import { allParts } from '../src/main.ts'
import { countiesFor, fill } from './county/fill.ts'
import { clerk } from './county/office.ts'
import { type Act, acts, type Known } from './load/acts.ts'
import { load, type Measured } from './load/load.ts'
import type { Heard } from './servers/heard.ts'
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

/** Fills a database, then asks the product and the floor the same things in turn. */
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
  const known = await someone(owner, county)
  await owner.end()
  const asked = acts(known)
  const heard = await hearAll(config, { asked, cookie })
  const scope = `-c role=sangyu_app -c app.county=${county} -c app.all=true -c app.places={[${county}0000000000000,${county + 1}0000000000000)}`
  const product = await startServer('product', { CONNECTION: JSON.stringify(config) })
  const floor = await startServer('floor', {
    CONNECTION: JSON.stringify({ ...config, options: scope }),
    HEARD: JSON.stringify(heard),
  })
  const rssBefore = await product.rss()
  const lines: Line[] = []
  for (const act of asked)
    for (const connections of CONNECTIONS) {
      const ours = await load(product.port, cookie, { connections, seconds, ask: shifted(act, { lines }) })
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
        statements: heard[act.key]?.length ?? 0,
      })
      console.log(
        `${size} ${act.words} ×${connections}: ${Math.round(ours.perSecond)}/s against ${Math.round(bare.perSecond)}/s, p95 ${ours.p95.toFixed(1)} ms, errors ${ours.errors}`,
      )
    }
  const rssAfter = await product.rss()
  await product.stop()
  await floor.stop()
  return { size, fillSeconds, lines, rssBefore, rssAfter }
}

/** The second run of updates goes on with another section, so that the versions are again those of the start. */
function shifted(act: Act, { lines }: { lines: readonly Line[] }): Act['ask'] {
  const isSecond = act.key === 'write-update' && lines.some((line) => line.key === act.key)
  return isSecond ? (act.again ?? act.ask) : act.ask
}

async function someone(owner: Awaited<ReturnType<typeof openOwner>>, county: number): Promise<Known> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from person where county = $1 and status = 'living' limit 3000`,
    [county],
  )
  const ids = rows.map((row) => row.id)
  return { ids, updated: ids }
}

/** Has the product do each thing once and takes down the statements it sends. */
async function hearAll(
  config: ConnectionConfig,
  { asked, cookie }: { asked: readonly Act[]; cookie: string },
): Promise<Record<string, Heard[]>> {
  const pools = openPools(config, 2)
  const house = openHouse({ pools, vault: benchVault(), clock: () => new Date(), doorkeeper })
  const app = await buildServer(house, allParts().rooms, { version: 'bench' })
  const heard: Record<string, Heard[]> = {}
  // The first request of a session also notes, after its answer, that the session was seen: that belongs to none of the acts.
  await app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })
  await wait(SETTLE_MS)
  for (const act of asked) {
    const ask = act.ask(act.key === 'write-update' ? 2999 : 0)
    const body =
      ask.body === undefined
        ? {}
        : { payload: JSON.stringify(ask.body), headers: { cookie, 'content-type': 'application/json' } }
    heard[act.key] = await hear(async () => {
      const answer = await app.inject({ method: ask.method, url: ask.path, headers: { cookie }, ...body })
      if (answer.statusCode !== 200) throw new Error(`${act.key}: ${answer.statusCode} ${answer.body}`)
    })
  }
  await app.close()
  await closePools(pools)
  return heard
}
