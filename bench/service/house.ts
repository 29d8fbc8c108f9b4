import { doorkeeper } from '#modules/accounts/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type ConnectionConfig, closePools, openPools } from '#platform/db/pool.ts'
import { type House, openHouse } from '#platform/house/house.ts'
import { buildServer } from '#platform/http/server.ts'
import { allParts } from '../../src/main.ts'
import type { Ask } from '../load/load.ts'
import { benchVault } from '../servers/keys.ts'

/** As many connections as the product is served with. */
const CONNECTIONS = 20

export type BenchHouse = {
  house: House
  /** Runs a service as the office itself, in a transaction of its own. */
  act: <T>(county: number, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** The product's own house in this process, for what is measured without a door. */
export function benchHouse(config: ConnectionConfig): BenchHouse {
  const pools = openPools(config, CONNECTIONS)
  const house = openHouse({ pools, vault: benchVault(), clock: () => new Date(), doorkeeper })
  return {
    house,
    act: (county, work) => house.act({ system: county }, { readOnly: false }, work),
    close: () => closePools(pools),
  }
}

export type BenchDoor = { ask: (cookie: string, ask: Ask) => Promise<unknown>; close: () => Promise<void> }

/** The product's own doors in this process, for whoever listens to what they send to the database. */
export async function atTheDoor(config: ConnectionConfig): Promise<BenchDoor> {
  const { house, close } = benchHouse(config)
  const app = await buildServer(house, allParts().rooms, { version: 'bench', paceFactor: 0 })
  return {
    ask: async (cookie, { method, path, body }) => {
      const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) }
      const sent = { method, url: path, headers, ...(body ? { payload: JSON.stringify(body) } : {}) }
      const answer = await app.inject(sent)
      if (answer.statusCode !== 200) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`)
      return answer.json()
    },
    close: async () => {
      await app.close()
      await close()
    },
  }
}
