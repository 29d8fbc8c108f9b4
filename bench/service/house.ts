import { doorkeeper } from '#modules/accounts/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type ConnectionConfig, closePools, openPools } from '#platform/db/pool.ts'
import { type House, openHouse } from '#platform/house/house.ts'
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
